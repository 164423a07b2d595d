package dev.flotilla.app.desktop.targeting;

import dev.flotilla.openfeature.evaluate.Verdict;

/// What came of trying a context.
sealed interface Tried {
  /// What the flag answers, and what decides it.
  record Answer(Verdict verdict) implements Tried {}

  /// The context cannot be read from here on.
  record Unreadable(String at) implements Tried {}
}
