/// Who had seen what: the page with the diagram, the machines, the rehearsal.
@NullMarked
package dev.flotilla.app.desktop.causality;

import org.jspecify.annotations.NullMarked;
