/// Files that people take out of a workspace and bring back: what they are, and what was in them
/// when they left.
@NullMarked
package dev.flotilla.app.exchange;

import org.jspecify.annotations.NullMarked;
