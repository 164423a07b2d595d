package dev.flotilla.simulation.disk;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.change.PeerHeads;
import dev.flotilla.net.store.Backlog;
import dev.flotilla.net.store.History;
import dev.flotilla.net.store.LogRow;
import dev.flotilla.net.store.LogSlice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /// The entries of a lineage, from one on.
  private static final class Rest implements Backlog.Chain<RuntimeException> {
    private final List<MemoryLog.Entry> chain;
    private int next;
    private long left;

    Rest(List<MemoryLog.Entry> chain, int next, long left) {
      this.chain = chain;
      this.next = next;
      this.left = left;
    }

    private MemoryLog.Entry entry() {
      return chain.get(next);
    }

    @Override
    public ReplicaId lineage() {
      return entry().after().author();
    }

    @Override
    public long place() {
      return entry().place();
    }

    @Override
    public long left() {
      return left;
    }

    @Override
    public byte[] raw() {
      return entry().change().raw();
    }

    @Override
    public Head head() {
      return entry().change().head();
    }

    @Override
    public VersionVector past() {
      return entry().after().past();
    }

    @Override
    public boolean advance() {
      next++;
      left--;
      return next < chain.size();
    }
  }

  @Override
  public LogSlice after(Heads theirs, int maxBytes) {
    var here = new Here(log, log.heads(), log.lineages());
    var placed = PeerHeads.placed(theirs, here);
    var told = new TreeMap<>(theirs.asMap());
    var lacking = new ArrayList<Rest>();
    log.byAuthor.forEach((lineage, chain) -> {
      var end = chain.getLast().after();
      var left = end.seq() - placed.seq(lineage);
      if (left > 0) {
        lacking.add(new Rest(chain, (int) Math.max(0, chain.size() - left), left));
      } else {
        told.putIfAbsent(lineage, end.head());
      }
    });
    return new Backlog<>(lacking, lineage -> last(lineage, placed.seq(lineage)))
        .next(told, placed.strange(), maxBytes);
  }

  private long last(ReplicaId lineage, long seq) {
    return log.entry(lineage, seq).map(entry -> entry.change().last()).orElse(0L);
  }

  /// What a peer's heads are compared with.
  private record Here(MemoryLog log, Heads heads, Lineages lineages)
      implements PeerHeads.Log<RuntimeException> {
    @Override
    public Optional<ChangeHash> hashOf(ReplicaId lineage, long seq) {
      return log.entry(lineage, seq).map(entry -> entry.change().hash());
    }
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
