/// Hybrid logical time: timestamps that follow the wall clock as well as causality.
@NullMarked
package dev.flotilla.crdt.time;

import org.jspecify.annotations.NullMarked;
