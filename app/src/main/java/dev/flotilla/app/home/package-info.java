/// Where a profile keeps its files, and whose turn it is to open them.
@NullMarked
package dev.flotilla.app.home;

import org.jspecify.annotations.NullMarked;
