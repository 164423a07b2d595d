package dev.flotilla.app.desktop.theme;

/// Distances between controls, in pixels. Everything in the windows keeps to this scale.
public final class Space {
  public static final double HAIR = 2;
  public static final double TIGHT = 4;
  public static final double SMALL = 8;
  public static final double MEDIUM = 12;
  public static final double LARGE = 16;
  public static final double WIDE = 24;
  public static final double HUGE = 40;

  private Space() {}
}
