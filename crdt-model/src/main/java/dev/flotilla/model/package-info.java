/// The shared workspace: flags, tag sets and environments as projections of replicated entities.
@NullMarked
package dev.flotilla.model;

import org.jspecify.annotations.NullMarked;
