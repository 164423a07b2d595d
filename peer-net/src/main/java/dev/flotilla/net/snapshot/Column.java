package dev.flotilla.net.snapshot;

/// The columns of a snapshot before those of the values.
enum Column {
  /// Heads, vector, roster, traces.
  FRAME,
  /// Kinds and lengths of keys.
  ENTITIES,
  /// What keys do not share with the one before.
  KEYS,
  /// Which fields and sets an entity has.
  SHAPES,
  /// Kinds and names.
  WORDS,
  /// Which elements a set has.
  ELEMENTS,
  /// Counts of siblings.
  SIBLINGS,
  /// Replicas and counters of writes.
  DOTS,
  /// Times of writes.
  TIMES;

  /// This many names get a column for their values; the others share the last one.
  static final int VALUE_COLUMNS = 64;
}
