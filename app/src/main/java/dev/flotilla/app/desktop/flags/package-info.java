/// The table of flags, and the form for a new one.
@NullMarked
package dev.flotilla.app.desktop.flags;

import org.jspecify.annotations.NullMarked;
