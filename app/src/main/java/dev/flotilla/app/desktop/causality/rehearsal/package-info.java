/// A rehearsal: machines that can be cut apart and mended without harm, and a short course that
/// teaches to read who had seen what.
@NullMarked
package dev.flotilla.app.desktop.causality.rehearsal;

import org.jspecify.annotations.NullMarked;
