/// Who has a change by now: on every change that is shown.
@NullMarked
package dev.flotilla.app.desktop.causality.seen;

import org.jspecify.annotations.NullMarked;
