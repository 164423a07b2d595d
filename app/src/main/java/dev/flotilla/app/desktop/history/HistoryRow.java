package dev.flotilla.app.desktop.history;

import dev.flotilla.net.node.LogEntry;

/// A line of the list of changes.
sealed interface HistoryRow {
  /// Where another day begins.
  record Day(String name) implements HistoryRow {}

  /// One change: what it is called, by which machine, at what time of its day, and what it is
  /// about, in short. Each is its own, so that a list finds them fast.
  final class Entry implements HistoryRow {
    private final LogEntry change;
    private final String headline;
    private final String who;
    private final String time;
    private final String about;

    Entry(LogEntry change, String headline, String who, String time, String about) {
      this.change = change;
      this.headline = headline;
      this.who = who;
      this.time = time;
      this.about = about;
    }

    LogEntry change() {
      return change;
    }

    String headline() {
      return headline;
    }

    String who() {
      return who;
    }

    String time() {
      return time;
    }

    String about() {
      return about;
    }
  }
}
