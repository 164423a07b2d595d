/// Counters that everybody adds to.
@NullMarked
package dev.flotilla.app.desktop.counters;

import org.jspecify.annotations.NullMarked;
