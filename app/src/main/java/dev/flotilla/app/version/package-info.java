/// Which program this is.
@NullMarked
package dev.flotilla.app.version;

import org.jspecify.annotations.NullMarked;
