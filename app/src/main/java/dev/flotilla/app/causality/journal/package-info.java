/// What was edited at the same time and needed no decision.
@NullMarked
package dev.flotilla.app.causality.journal;

import org.jspecify.annotations.NullMarked;
