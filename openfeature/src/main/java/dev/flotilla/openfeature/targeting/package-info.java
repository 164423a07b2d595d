/// Targeting rules in parts that people can read and edit, and back to JSONLogic. What has no such
/// parts stays JSON.
@NullMarked
package dev.flotilla.openfeature.targeting;

import org.jspecify.annotations.NullMarked;
