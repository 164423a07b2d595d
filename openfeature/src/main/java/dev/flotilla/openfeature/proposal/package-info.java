/// What a file would change in a workspace, field by field, before anything is changed: against the
/// workspace alone, or against what the file said when it was written.
@NullMarked
package dev.flotilla.openfeature.proposal;

import org.jspecify.annotations.NullMarked;
