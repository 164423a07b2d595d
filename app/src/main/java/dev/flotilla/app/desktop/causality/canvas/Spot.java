package dev.flotilla.app.desktop.causality.canvas;

/// A point of a picture, in pixels from its upper left corner.
record Spot(double x, double y) {
  Spot plus(double dx, double dy) {
    return new Spot(x + dx, y + dy);
  }
}
