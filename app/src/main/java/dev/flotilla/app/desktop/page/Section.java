package dev.flotilla.app.desktop.page;

/// What the middle of a window can show.
public enum Section {
  /// The table of all flags.
  FLAGS,
  /// One flag, over the whole middle.
  FLAG,
  TAG_SETS,
  COUNTERS,
  HISTORY,
  /// The conflicts that wait for a decision.
  CONFLICTS,
  /// Who had seen what.
  CAUSALITY
}
