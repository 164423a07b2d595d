package dev.flotilla.crdt;

/// A delta that is nothing but its fragment.
record Fragment<S extends JoinSemilattice<S>>(S fragment) implements Delta<S> {}
