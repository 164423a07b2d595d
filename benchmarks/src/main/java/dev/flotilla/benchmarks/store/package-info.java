/// How large workspaces and long logs lie on the disk and in memory.
@NullMarked
package dev.flotilla.benchmarks.store;

import org.jspecify.annotations.NullMarked;
