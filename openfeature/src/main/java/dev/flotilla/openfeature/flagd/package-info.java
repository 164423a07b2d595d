/// The flagd flag definition format.
@NullMarked
package dev.flotilla.openfeature.flagd;

import org.jspecify.annotations.NullMarked;
