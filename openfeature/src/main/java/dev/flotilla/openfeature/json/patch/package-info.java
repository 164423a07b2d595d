/// Changes a JSON text so that it says something else and reads as before: comments, order, blanks
/// and spelling of whatever stays are kept to the byte.
@NullMarked
package dev.flotilla.openfeature.json.patch;

import org.jspecify.annotations.NullMarked;
