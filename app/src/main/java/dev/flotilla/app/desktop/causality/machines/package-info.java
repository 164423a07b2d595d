/// What each machine of the workspace is known to have: of each other machine, and of each flag.
@NullMarked
package dev.flotilla.app.desktop.causality.machines;

import org.jspecify.annotations.NullMarked;
