/// How long an edit takes until another machine shows it.
@NullMarked
package dev.flotilla.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
