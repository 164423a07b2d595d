package dev.flotilla.app.desktop.causality.canvas;

/// How a line is drawn.
///
/// @param width in pixels
/// @param dash length of dashes and gaps in pixels; 0 for none
record Stroke(Tone tone, double width, double dash) {
  static Stroke solid(Tone tone, double width) {
    return new Stroke(tone, width, 0);
  }

  static Stroke dashed(Tone tone, double width) {
    return new Stroke(tone, width, 4);
  }
}
