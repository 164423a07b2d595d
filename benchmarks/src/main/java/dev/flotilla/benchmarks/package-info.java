/// `crdt-model` beside Pekko Distributed Data, measured with JMH in the same run.
@NullMarked
package dev.flotilla.benchmarks;

import org.jspecify.annotations.NullMarked;
