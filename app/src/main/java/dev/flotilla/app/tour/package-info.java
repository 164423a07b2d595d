/// The tour: three replicas in one process, from the first flag to a settled conflict.
@NullMarked
package dev.flotilla.app.tour;

import org.jspecify.annotations.NullMarked;
