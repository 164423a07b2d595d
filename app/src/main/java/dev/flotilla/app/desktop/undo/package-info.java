/// Taking one's own changes back in a window that others edit too.
@NullMarked
package dev.flotilla.app.desktop.undo;

import org.jspecify.annotations.NullMarked;
