/// The first steps: from nothing to a flag that a second machine has.
@NullMarked
package dev.flotilla.app.desktop.guide;

import org.jspecify.annotations.NullMarked;
