/// A tree whose nodes several replicas move at once without ever making a cycle.
@NullMarked
package dev.flotilla.crdt.tree;

import org.jspecify.annotations.NullMarked;
