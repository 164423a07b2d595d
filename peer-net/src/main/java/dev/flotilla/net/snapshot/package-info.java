/// The state of a workspace in few bytes, for a replica that has nothing yet.
@NullMarked
package dev.flotilla.net.snapshot;

import org.jspecify.annotations.NullMarked;
