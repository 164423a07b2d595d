/// How fast many replicas of one process agree, over TLS on the loopback interface.
@NullMarked
package dev.flotilla.benchmarks.convergence;

import org.jspecify.annotations.NullMarked;
