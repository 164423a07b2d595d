package dev.flotilla.app.desktop.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where a window was on the screens, and whether it filled one.
///
/// @param bounds its place while it does not fill a screen
public record Placement(Rectangle2D bounds, boolean maximised) {
  private static final int NUMBERS = 4;

  /// How much of a window must be on a screen for people to find it and draw it by its title.
  private static final double GRIP = 120;

  /// What [#text] wrote; none for any other text.
  public static Optional<Placement> parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != NUMBERS + 1) {
      return Optional.empty();
    }
    double[] numbers = new double[NUMBERS];
    try {
      for (int at = 0; at < NUMBERS; at++) {
        numbers[at] = Double.parseDouble(parts[at]);
        if (!Double.isFinite(numbers[at])) {
          return Optional.empty();
        }
      }
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
    if (numbers[2] <= 0 || numbers[3] <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Placement(
            new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]),
            "maximised".equals(parts[NUMBERS])));
  }

  /// The same as a text.
  public String text() {
    return String.format(
        Locale.ROOT,
        "%.0f %.0f %.0f %.0f %s",
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getWidth(),
        bounds.getHeight(),
        maximised ? "maximised" : "free");
  }

  /// The same, moved and made smaller as far as it must be to be seen on one of the screens that
  /// are there now: the one that shows most of it, else the first.
  public Placement within(List<Rectangle2D> screens) {
    Rectangle2D screen =
        screens.stream()
            .max(Comparator.comparingDouble(this::visible))
            .filter(best -> visible(best) > 0)
            .orElseGet(screens::getFirst);
    double width = Math.min(bounds.getWidth(), screen.getWidth());
    double height = Math.min(bounds.getHeight(), screen.getHeight());
    boolean found = visible(screen) >= GRIP * GRIP && bounds.getMinY() >= screen.getMinY();
    double x =
        found ? bounds.getMinX() : fit(bounds.getMinX(), width, screen.getMinX(), screen.getMaxX());
    double y =
        found
            ? bounds.getMinY()
            : fit(bounds.getMinY(), height, screen.getMinY(), screen.getMaxY());
    return new Placement(new Rectangle2D(x, y, width, height), maximised);
  }

  private static double fit(double at, double length, double from, double to) {
    return Math.max(from, Math.min(at, to - length));
  }

  private double visible(Rectangle2D screen) {
    double width =
        Math.min(bounds.getMaxX(), screen.getMaxX()) - Math.max(bounds.getMinX(), screen.getMinX());
    double height =
        Math.min(bounds.getMaxY(), screen.getMaxY()) - Math.max(bounds.getMinY(), screen.getMinY());
    return Math.max(0, width) * Math.max(0, height);
  }
}
