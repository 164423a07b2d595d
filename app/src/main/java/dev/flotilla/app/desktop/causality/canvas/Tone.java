package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.desktop.theme.Hue;

/// The colours of a picture, by what they are for. The style sheet lists the tokens that they are,
/// in this order.
enum Tone {
  PAGE,
  BAND,
  LINE,
  LINE_STRONG,
  TEXT,
  SOFT,
  FAINT,
  CHOSEN,
  CHOSEN_UNDER,
  PAST,
  PAST_UNDER,
  FUTURE,
  FUTURE_UNDER,
  APART,
  APART_UNDER,
  APART_EDGE,
  GRAY,
  BLUE,
  TEAL,
  GREEN,
  YELLOW,
  ORANGE,
  RED,
  PINK,
  PURPLE,
  GRAY_UNDER,
  BLUE_UNDER,
  TEAL_UNDER,
  GREEN_UNDER,
  YELLOW_UNDER,
  ORANGE_UNDER,
  RED_UNDER,
  PINK_UNDER,
  PURPLE_UNDER;

  /// The strong colour of a hue.
  static Tone of(Hue hue) {
    return valueOf(hue.name());
  }

  /// What stands below texts in the strong colour of a hue.
  static Tone under(Hue hue) {
    return valueOf(hue.name() + "_UNDER");
  }
}
