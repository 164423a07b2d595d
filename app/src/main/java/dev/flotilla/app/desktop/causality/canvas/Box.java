package dev.flotilla.app.desktop.causality.canvas;

/// A rectangle of a picture, in pixels.
record Box(double x, double y, double width, double height) {
  static Box around(Spot middle, double width, double height) {
    return new Box(middle.x() - width / 2, middle.y() - height / 2, width, height);
  }

  boolean contains(double px, double py) {
    return px >= x && px < x + width && py >= y && py < y + height;
  }
}
