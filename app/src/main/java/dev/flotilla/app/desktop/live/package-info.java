/// What others do just now, as a window shows it.
@NullMarked
package dev.flotilla.app.desktop.live;

import org.jspecify.annotations.NullMarked;
