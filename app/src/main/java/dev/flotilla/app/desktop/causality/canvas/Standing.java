package dev.flotilla.app.desktop.causality.canvas;

/// How a mark stands to the event that is looked at.
enum Standing {
  /// Nothing is looked at.
  PLAIN,
  /// It is that event, or a run with it.
  SELF,
  /// Its author had seen it.
  PAST,
  /// Its author had seen the event.
  FUTURE,
  /// Neither had seen the other.
  APART
}
