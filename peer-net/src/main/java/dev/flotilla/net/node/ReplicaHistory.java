package dev.flotilla.net.node;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.store.History;
import dev.flotilla.net.store.LogFilter;
import dev.flotilla.net.store.LogRow;
import dev.flotilla.net.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was ever done in a workspace. Every method reads the disk and waits for it; any thread may
/// call. If the disk does not answer, each throws an [UncheckedIOException] with a sentence.
public final class ReplicaHistory {
  private final History history;
  private final Supplier<Lineages> lineages;

  ReplicaHistory(History history, Supplier<Lineages> lineages) {
    this.history = history;
    this.lineages = lineages;
  }

  /// One page. Cost: what it shows, through an index; with a text up to 10 000 changes.
  public LogPage page(LogQuery query) {
    return reading(() -> {
      var part = history.part(query.filter(), query.limit());
      return new LogPage(entries(part.rows()), part.next());
    });
  }

  /// The change that comes after this one; none after the newest.
  public Optional<LogEntry> following(ChangeRef change) {
    return reading(() -> {
      var newest = history.part(LogFilter.ALL, 1).rows();
      return newest.isEmpty()
          ? Optional.empty()
          : history.following(change, newest.getFirst().ref(), 1).stream()
              .findFirst()
              .map(this::entry);
    });
  }

  List<LogEntry> entries(LogQuery query) {
    return reading(() -> entries(history.matching(query.filter(), query.limit(), query.offset())));
  }

  /// What these operations wrote, of those that are writes: what a write that supersedes them
  /// replaced. Cost: reads the changes that they belong to.
  public Map<Dot, Value> written(Collection<Dot> dots) {
    return reading(() -> {
      var values = new TreeMap<Dot, Value>();
      @Nullable LogRow row = null;
      for (var dot : new TreeSet<>(dots)) {
        if (row == null || !isIn(row, dot)) {
          row = history.holding(dot).orElse(null);
        }
        if (row != null) {
          var at = (int) (dot.counter() - row.change().first());
          if (row.change().operations().get(at) instanceof Operation.Write write) {
            values.put(dot, write.value());
          }
        }
      }
      return values;
    });
  }

  /// The changes that made these operations, each once, in the order of their authors. Cost: as
  /// many look-ups through an index.
  public List<LogEntry> holding(Collection<Dot> dots) {
    return signed(dots).stream().map(SignedChange::entry).toList();
  }

  /// The same with the bytes that were signed. Cost: the same.
  public List<SignedChange> signed(Collection<Dot> dots) {
    return reading(() -> {
      var found = new ArrayList<SignedChange>();
      @Nullable LogRow row = null;
      for (var dot : new TreeSet<>(dots)) {
        if (row == null || !isIn(row, dot)) {
          row = history.holding(dot).orElse(null);
          if (row != null) {
            found.add(new SignedChange(entry(row), row.change()));
          }
        }
      }
      return found;
    });
  }

  private static boolean isIn(LogRow row, Dot dot) {
    return row.lineage().equals(dot.replica())
        && row.change().first() <= dot.counter()
        && dot.counter() <= row.change().last();
  }

  /// For looking at states of the past, one after the other.
  public PastStates past() {
    return new PastStates(history, lineages);
  }

  private List<LogEntry> entries(List<LogRow> rows) {
    return rows.stream().map(this::entry).toList();
  }

  private LogEntry entry(LogRow row) {
    var change = row.change();
    var known = lineages.get();
    return new LogEntry(
        change.hash(),
        row.lineage(),
        row.deviceName(),
        change.seq(),
        change.first(),
        change.at(),
        change.message(),
        known.operations(change, known.get(row.lineage()), row.past()),
        row.past());
  }

  /// Reads the log.
  interface Reading<T> {
    T read() throws StoreException;
  }

  static <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (StoreException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }
}
