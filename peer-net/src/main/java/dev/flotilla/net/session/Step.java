package dev.flotilla.net.session;

import java.util.List;

/// The outcome of one input.
///
/// @param state what the session knows now
/// @param effects what to do, in this order
public record Step(SessionState state, List<Effect> effects) {
  public Step {
    effects = List.copyOf(effects);
  }

  static Step of(SessionState state, Effect... effects) {
    return new Step(state, List.of(effects));
  }
}
