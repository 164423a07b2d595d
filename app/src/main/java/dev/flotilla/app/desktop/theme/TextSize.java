package dev.flotilla.app.desktop.theme;

/// How large everything is shown. The system's own scaling comes on top.
public enum TextSize {
  SMALL(0.9),
  NORMAL(1),
  LARGE(1.15),
  LARGER(1.3),
  LARGEST(1.5);

  private final double factor;

  TextSize(double factor) {
    this.factor = factor;
  }

  public double factor() {
    return factor;
  }

  /// The next larger size, this one if there is none.
  public TextSize larger() {
    return values()[Math.min(ordinal() + 1, values().length - 1)];
  }

  /// The next smaller size, this one if there is none.
  public TextSize smaller() {
    return values()[Math.max(ordinal() - 1, 0)];
  }

  /// The size of this name; the normal one for any other text.
  public static TextSize parse(String name) {
    for (TextSize size : values()) {
      if (size.name().equals(name)) {
        return size;
      }
    }
    return NORMAL;
  }
}
