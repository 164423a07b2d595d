/// The first window: create, join or open a workspace.
@NullMarked
package dev.flotilla.app.desktop.chooser;

import org.jspecify.annotations.NullMarked;
