package dev.flotilla.net.transport;

import dev.flotilla.net.session.Effect;
import java.util.Optional;

/// How a connection ended.
///
/// @param greeted whether both sides had said HELLO as members
/// @param held whether it was of use: it lasted, or both sides had the same at some moment
/// @param hangUp the last word; empty if the connection broke
record ConnectionEnd(boolean greeted, boolean held, Optional<Effect.HangUp> hangUp) {}
