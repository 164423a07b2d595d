package dev.flotilla.net.transport;

import dev.flotilla.net.change.Heads;

/// What a connection shows of its peer.
///
/// @param theirs what the peer told it has on disk
/// @param inSync whether both sides told that they have the same
/// @param diverged whether the two have different changes of the same author and number
record LinkView(Heads theirs, boolean inSync, boolean diverged) {}
