package dev.flotilla.app.desktop.causality.canvas;

/// How edges bend.
final class Curves {
  private static final double BEND_MOST = 56;

  private Curves() {}

  /// How far above and below its ends a curve is held upright.
  static double bend(Spot from, Spot to) {
    return Math.min(BEND_MOST, Math.abs(to.y() - from.y()) * 0.55);
  }
}
