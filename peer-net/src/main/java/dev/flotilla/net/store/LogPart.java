package dev.flotilla.net.store;

import dev.flotilla.net.change.ChangeRef;
import java.util.List;
import java.util.Optional;

/// Part of the history, newest first.
///
/// @param next the change behind which the next part begins; none if this is the last one
public record LogPart(List<LogRow> rows, Optional<ChangeRef> next) {
  public LogPart {
    rows = List.copyOf(rows);
  }
}
