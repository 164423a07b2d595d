package dev.flotilla.app.desktop.causality.canvas;

/// How texts of a picture are set: the font's family and its size in pixels.
enum Face {
  TITLE("Inter Semi Bold", 15),
  NAME("Inter Semi Bold", 12.5),
  LABEL("Inter Medium", 12),
  SMALL("Inter", 11),
  COUNT("Inter Semi Bold", 11);

  private final String family;
  private final double size;

  Face(String family, double size) {
    this.family = family;
    this.size = size;
  }

  String family() {
    return family;
  }

  double size() {
    return size;
  }
}
