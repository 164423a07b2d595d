/// What the middle of a window shows, and what it may ask of the window around it.
@NullMarked
package dev.flotilla.app.desktop.page;

import org.jspecify.annotations.NullMarked;
