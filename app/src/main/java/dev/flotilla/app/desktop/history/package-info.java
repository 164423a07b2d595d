/// What was ever done in the workspace: changes, what they changed, the past and the way back.
@NullMarked
package dev.flotilla.app.desktop.history;

import org.jspecify.annotations.NullMarked;
