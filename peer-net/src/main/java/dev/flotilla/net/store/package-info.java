/// One SQLite file for each workspace: the log of changes, which is the truth, and a cache of the
/// state.
@NullMarked
package dev.flotilla.net.store;

import org.jspecify.annotations.NullMarked;
