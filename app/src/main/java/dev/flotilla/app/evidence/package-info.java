/// The evidence of a conflict: a file that says in words what happened, holds the signed changes,
/// and can be checked by somebody who has nothing else.
@NullMarked
package dev.flotilla.app.evidence;

import org.jspecify.annotations.NullMarked;
