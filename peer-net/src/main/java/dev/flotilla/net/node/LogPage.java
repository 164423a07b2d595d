package dev.flotilla.net.node;

import dev.flotilla.net.change.ChangeRef;
import java.util.List;
import java.util.Optional;

/// Part of the history, newest first.
///
/// @param next behind which change the next page begins; none if this is the last one. A page that
///   looks for a text may have few entries, or none, and yet a next one
public record LogPage(List<LogEntry> entries, Optional<ChangeRef> next) {
  public LogPage {
    entries = List.copyOf(entries);
  }
}
