/// JSON texts as people write them: trees that know their lines, plain words for what is wrong, and
/// two ways to write them back.
@NullMarked
package dev.flotilla.openfeature.json;

import org.jspecify.annotations.NullMarked;
