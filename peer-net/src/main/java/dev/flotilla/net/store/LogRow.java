package dev.flotilla.net.store;

import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.Change;

/// A change with what the log knows about it.
///
/// @param past what its author had seen, the change itself included
public record LogRow(Change change, String deviceName, VersionVector past) {}
