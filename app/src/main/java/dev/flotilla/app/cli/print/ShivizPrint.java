package dev.flotilla.app.cli.print;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.shiviz.ShivizLog;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// History as a log for ShiViz: documented in `docs/shiviz.md` and stable.
public final class ShivizPrint {
  private final List<Event> events = new ArrayList<>();
  private final Map<ChangeRef, String> words = new HashMap<>();

  private ShivizPrint() {}

  /// The log of these changes.
  public static ShivizPrint of(List<LogEntry> entries) {
    ShivizPrint log = new ShivizPrint();
    log.add(entries);
    return log;
  }

  /// The log of everything that the query asks for, whatever its limit.
  public static ShivizPrint ofAll(Function<LogQuery, LogPage> pages, LogQuery query) {
    ShivizPrint log = new ShivizPrint();
    Optional<LogQuery> next = Optional.of(LogLines.paged(query));
    while (next.isPresent()) {
      LogQuery at = next.get();
      LogPage page = pages.apply(at);
      log.add(page.entries());
      next = page.next().map(at::behind);
    }
    return log;
  }

  /// Its lines, each to be ended by a line feed alone.
  public List<String> lines(ShivizLog.Form form) {
    return ShivizLog.lines(
        CausalHistory.of(events),
        _ -> true,
        event -> words.getOrDefault(event.ref(), event.message()),
        form);
  }

  private void add(List<LogEntry> entries) {
    for (LogEntry entry : entries) {
      events.add(Event.of(entry));
      words.put(entry.ref(), words(entry));
    }
  }

  private static String words(LogEntry entry) {
    String summary = ChangeText.summary(entry.operations());
    return entry.message().isEmpty() ? summary : entry.message() + ": " + summary;
  }
}
