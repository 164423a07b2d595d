/// How fast a device that joins gets everything.
@NullMarked
package dev.flotilla.benchmarks.sync;

import org.jspecify.annotations.NullMarked;
