/// What each machine of a workspace is known to have.
@NullMarked
package dev.flotilla.app.causality.known;

import org.jspecify.annotations.NullMarked;
