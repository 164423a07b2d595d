package dev.flotilla.app.desktop.theme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The colours a tag set can have, by name. A style class picks the tones of the theme, so that a
/// chip can be read in light and dark.
public enum Hue {
  GRAY,
  BLUE,
  TEAL,
  GREEN,
  YELLOW,
  ORANGE,
  RED,
  PINK,
  PURPLE;

  private static final List<Hue> LIVELY = List.of(BLUE, TEAL, GREEN, YELLOW, ORANGE, PINK, PURPLE);

  /// The colour that is stored in the workspace.
  public String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String styleClass() {
    return "hue-" + stored();
  }

  /// The hue with this stored name; none for a colour of a newer program.
  public static Optional<Hue> parse(String stored) {
    for (Hue hue : values()) {
      if (hue.stored().equals(stored)) {
        return Optional.of(hue);
      }
    }
    return Optional.empty();
  }

  /// A colour for a text that has none of its own: the same on every machine.
  public static Hue of(String text) {
    return LIVELY.get(Math.floorMod(text.hashCode() * 31 + text.length(), LIVELY.size()));
  }
}
