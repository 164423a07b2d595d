/// What the features see of an open workspace.
@NullMarked
package dev.flotilla.app.desktop.session;

import org.jspecify.annotations.NullMarked;
