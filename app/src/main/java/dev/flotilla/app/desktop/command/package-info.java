/// What can be done in a window, as one list: keys, palette and help are made of it.
@NullMarked
package dev.flotilla.app.desktop.command;

import org.jspecify.annotations.NullMarked;
