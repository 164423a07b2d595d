/// Replicated types whose edits are values. Each edit takes the dot that names it and returns a
/// delta; a state changes by joining deltas alone.
@NullMarked
package dev.flotilla.crdt.types;

import org.jspecify.annotations.NullMarked;
