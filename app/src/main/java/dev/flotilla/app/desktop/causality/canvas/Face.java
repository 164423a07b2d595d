package dev.flotilla.app.desktop.causality.canvas;

/// How texts of a picture are set: the font's family and its size in pixels.
enum Face {
  TITLE("Inter Semi Bold", 600, 16),
  NAME("Inter Semi Bold", 600, 12.5),
  LABEL("Inter Medium", 500, 12),
  SMALL("Inter", 400, 11),
  COUNT("Inter Semi Bold", 600, 11);

  private final String family;
  private final int weight;
  private final double size;

  Face(String family, int weight, double size) {
    this.family = family;
    this.weight = weight;
    this.size = size;
  }

  String family() {
    return family;
  }

  /// As style sheets of the web count it.
  int weight() {
    return weight;
  }

  double size() {
    return size;
  }
}
