/// Disks that lose what a real one may lose.
@NullMarked
package dev.flotilla.simulation.disk;

import org.jspecify.annotations.NullMarked;
