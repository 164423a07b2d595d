package dev.flotilla.app.causality.layout;

/// An event, or a run of events on one lane with nothing seen or shown in between.
///
/// @param first the index of its first event in the history
/// @param last the index of its last one
/// @param count how many events it stands for
/// @param column its lane, counted from 0 among those that are shown
/// @param row its height, in rows from the top, ascending with causality
public record Mark(int first, int last, int count, int column, double row) {
  public boolean isRun() {
    return count > 1;
  }
}
