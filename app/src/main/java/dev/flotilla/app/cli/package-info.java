/// The command line: one way in, whether or not another process holds the home.
@NullMarked
package dev.flotilla.app.cli;

import org.jspecify.annotations.NullMarked;
