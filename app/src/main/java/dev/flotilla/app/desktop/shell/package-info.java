/// The frame in which the features meet.
@NullMarked
package dev.flotilla.app.desktop.shell;

import org.jspecify.annotations.NullMarked;
