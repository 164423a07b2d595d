package dev.flotilla.app.desktop.causality.canvas;

/// What pictures are drawn with. Everything that draws knows this only, so that a file shows what
/// the screen shows.
interface Ink {
  /// A straight line.
  void line(Spot from, Spot to, Stroke stroke);

  /// A smooth line.
  void curve(Curve curve, Stroke stroke);

  /// A filled circle.
  void disc(Spot middle, double radius, Tone tone);

  /// The line around a circle.
  void ring(Spot middle, double radius, Stroke stroke);

  /// A filled rectangle.
  ///
  /// @param radius of its corners
  void pill(Box box, double radius, Tone tone);

  /// The line around a rectangle.
  void frame(Box box, double radius, Stroke stroke);

  /// A text.
  ///
  /// @param at where its base line begins
  void text(Spot at, String text, Face face, Tone tone);

  /// Draws within a rectangle only.
  void within(Box box, Runnable drawing);

  /// Draws further right and down.
  void shifted(double dx, double dy, Runnable drawing);

  /// Draws paler.
  ///
  /// @param opacity from 0 to 1
  void faded(double opacity, Runnable drawing);

  /// How wide texts are with this ink.
  TextWidths widths();
}
