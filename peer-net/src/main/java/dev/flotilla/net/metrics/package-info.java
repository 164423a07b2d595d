/// What a replica measures of itself.
@NullMarked
package dev.flotilla.net.metrics;

import org.jspecify.annotations.NullMarked;
