/// The desktop program: its entry, and what other programs may open.
@NullMarked
package dev.flotilla.app.desktop;

import org.jspecify.annotations.NullMarked;
