/// A directed graph that several replicas edit at once, and the search for its cycles.
@NullMarked
package dev.flotilla.crdt.graph;

import org.jspecify.annotations.NullMarked;
