/// How values differ, and how they go together: texts by words, JSON by field, sets by element.
/// Pure.
@NullMarked
package dev.flotilla.app.difference;

import org.jspecify.annotations.NullMarked;
