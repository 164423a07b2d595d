/// What the desktop remembers of a home.
@NullMarked
package dev.flotilla.app.desktop.settings;

import org.jspecify.annotations.NullMarked;
