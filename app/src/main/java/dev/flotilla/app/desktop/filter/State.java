package dev.flotilla.app.desktop.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a flag can be, written alone or behind `is:`.
enum State {
  CONFLICT,
  STALE,
  ARCHIVED,
  TARGETED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether something could follow that makes a state of it.
  static boolean canBegin(String word) {
    return Arrays.stream(values())
        .anyMatch(state -> state.word().startsWith(word.toLowerCase(Locale.ROOT)));
  }

  static Optional<State> parse(String word) {
    for (State state : values()) {
      if (state.word().equalsIgnoreCase(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
