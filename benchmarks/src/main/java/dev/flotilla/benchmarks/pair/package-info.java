/// Two whole nodes at work: how much they take, and what they cost when nothing happens.
@NullMarked
package dev.flotilla.benchmarks.pair;

import org.jspecify.annotations.NullMarked;
