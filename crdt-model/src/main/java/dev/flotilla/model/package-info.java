/// The shared workspace: flags, tag sets, environments and counters as projections of replicated
/// entities.
@NullMarked
package dev.flotilla.model;

import org.jspecify.annotations.NullMarked;
