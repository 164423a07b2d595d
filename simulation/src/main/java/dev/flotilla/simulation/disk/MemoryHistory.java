package dev.flotilla.simulation.disk;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.store.History;
import dev.flotilla.net.store.LogRow;
import dev.flotilla.net.store.LogSlice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a [MemoryLog]. One thread writes and reads, so what is read is committed.
final class MemoryHistory implements History {
  private static final Comparator<MemoryLog.Entry> NEWEST_FIRST =
      Comparator.comparing((MemoryLog.Entry entry) -> entry.change().at())
          .thenComparingInt(MemoryLog.Entry::place)
          .reversed();

  private static final Comparator<MemoryLog.Entry> NEWEST_FIRST_OF_AUTHOR =
      Comparator.comparingLong((MemoryLog.Entry entry) -> entry.change().seq()).reversed();

  private final MemoryLog log;

  MemoryHistory(MemoryLog log) {
    this.log = log;
  }

  /// The next entry of each author, by its place in the log.
  private record Cursor(List<MemoryLog.Entry> chain, int next) implements Comparable<Cursor> {
    MemoryLog.Entry entry() {
      return chain.get(next);
    }

    @Override
    public int compareTo(Cursor other) {
      return Integer.compare(entry().place(), other.entry().place());
    }
  }

  @Override
  public LogSlice after(Heads theirs, int maxBytes) {
    var queue = new PriorityQueue<Cursor>();
    log.byAuthor.forEach((author, chain) -> {
      var known = theirs.seq(author);
      if (known < chain.size()) {
        queue.add(new Cursor(chain, (int) known));
      }
    });
    var raw = new ArrayList<byte[]>();
    var after = new TreeMap<>(theirs.asMap());
    var bytes = 0L;
    while (!queue.isEmpty()) {
      var cursor = queue.remove();
      var change = cursor.entry().change();
      if (!raw.isEmpty() && bytes + change.size() > maxBytes) {
        break;
      }
      raw.add(change.raw());
      bytes += change.size();
      after.put(cursor.entry().after().author(), change.head());
      if (cursor.next() + 1 < cursor.chain().size()) {
        queue.add(new Cursor(cursor.chain(), cursor.next() + 1));
      }
    }
    return new LogSlice(raw, Heads.of(after), Set.of());
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
    return log.entry(author, seq).map(entry -> entry.change().hash());
  }

  @Override
  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
    return log.endingAt(author, counter).map(entry -> entry.change().hash());
  }

  @Override
  public List<LogRow> page(@Nullable ReplicaId author, int limit, int offset) {
    var order = author == null ? NEWEST_FIRST : NEWEST_FIRST_OF_AUTHOR;
    return log.entries.stream()
        .filter(entry -> author == null || entry.change().author().equals(author))
        .sorted(order)
        .skip(offset)
        .limit(limit)
        .map(entry ->
            new LogRow(
                entry.change(),
                entry.after().author(),
                entry.after().deviceName(),
                entry.after().past()))
        .toList();
  }
}
