/// Conflict-free replicated data types and the causal order they share. Values only: nothing here
/// knows files, sockets, clocks or threads, and nothing depends on `dev.flotilla.model`.
@NullMarked
package dev.flotilla.crdt;

import org.jspecify.annotations.NullMarked;
