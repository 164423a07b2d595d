/// Where the program starts, as desktop or as command line.
@NullMarked
package dev.flotilla.app;

import org.jspecify.annotations.NullMarked;
