/// Causal delivery: brings operations that arrive in any order into an order in which each comes
/// after those that its author had seen.
@NullMarked
package dev.flotilla.crdt.delivery;

import org.jspecify.annotations.NullMarked;
