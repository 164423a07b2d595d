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
    return switch (this) {
      case SMALL -> NORMAL;
      case NORMAL -> LARGE;
      case LARGE -> LARGER;
      case LARGER, LARGEST -> LARGEST;
    };
  }

  /// The next smaller size, this one if there is none.
  public TextSize smaller() {
    return switch (this) {
      case SMALL, NORMAL -> SMALL;
      case LARGE -> NORMAL;
      case LARGER -> LARGE;
      case LARGEST -> LARGER;
    };
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
