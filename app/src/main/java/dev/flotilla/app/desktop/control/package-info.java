/// Controls that more than one feature uses. They know nothing of the workspace.
@NullMarked
package dev.flotilla.app.desktop.control;

import org.jspecify.annotations.NullMarked;
