/// Where events are drawn: pure functions from a history and what of it shall be seen.
@NullMarked
package dev.flotilla.app.causality.layout;

import org.jspecify.annotations.NullMarked;
