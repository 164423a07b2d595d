/// One command line, handed to the process that holds the home. Loads no library: its cost is paid
/// by every call.
@NullMarked
package dev.flotilla.app.cli.control;

import org.jspecify.annotations.NullMarked;
