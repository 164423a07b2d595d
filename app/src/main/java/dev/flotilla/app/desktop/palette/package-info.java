/// One field that finds everything: flags, tags, views, and all that can be done.
@NullMarked
package dev.flotilla.app.desktop.palette;

import org.jspecify.annotations.NullMarked;
