package dev.flotilla.net.snapshot;

import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Heads;

/// What a log adds up to, by the word of whoever sent it: nobody signed it.
///
/// @param heads the newest change of every author that is in it
public record Snapshot(Heads heads, Workspace workspace) {}
