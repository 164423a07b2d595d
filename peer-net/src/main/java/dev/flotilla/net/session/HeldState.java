package dev.flotilla.net.session;

import dev.flotilla.model.Octets;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.StateMark;

/// One consistent look at what a replica holds.
///
/// @param heads what is in the log
/// @param workspace what the log adds up to, as this replica holds it
public record HeldState(Heads heads, Workspace workspace) {
  StateMark mark() {
    return new StateMark(heads.fingerprint(), Workspace.INTERPRETATION);
  }

  Octets root() {
    return workspace.stateDigest().root();
  }
}
