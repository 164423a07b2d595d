/// Compiles and runs the examples of the guide in `docs`.
@NullMarked
package dev.flotilla.guide;

import org.jspecify.annotations.NullMarked;
