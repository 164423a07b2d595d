/// Concurrent edits that need a decision.
@NullMarked
package dev.flotilla.app.desktop.conflicts;

import org.jspecify.annotations.NullMarked;
