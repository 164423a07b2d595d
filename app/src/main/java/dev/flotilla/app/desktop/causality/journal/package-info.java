/// What merged by itself, for reading.
@NullMarked
package dev.flotilla.app.desktop.causality.journal;

import org.jspecify.annotations.NullMarked;
