package dev.flotilla.app.desktop;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.ReplicaOrigin;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.PastStates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// The history of a workspace in memory. What was done after what is as it happened here, whatever
/// the made-up clocks say.
final class SketchHistory implements ChangeHistory {
  private static final int HASH_BYTES = 32;
  private static final Comparator<LogEntry> NEWEST_FIRST =
      Comparator.comparing(LogEntry::at).reversed();

  private final List<LogEntry> newestFirst = new ArrayList<>();
  private final List<LogEntry> oldestFirst = new ArrayList<>();
  private final Map<ChangeRef, Workspace> states = new HashMap<>();
  private final Map<ReplicaId, Long> seqs = new HashMap<>();

  void add(
      Workspace after,
      VersionVector past,
      ReplicaId author,
      long first,
      HybridTimestamp at,
      String message,
      List<Operation> operations) {
    byte[] hash = new byte[HASH_BYTES];
    new Random(states.size()).nextBytes(hash);
    LogEntry entry =
        new LogEntry(
            ChangeHash.of(hash),
            author,
            after.origin(author).map(ReplicaOrigin::deviceName).orElse(author.shortName()),
            seqs.merge(author, 1L, Long::sum),
            first,
            at,
            message,
            operations,
            past);
    add(entry, after);
  }

  void add(LogEntry entry, Workspace after) {
    seqs.merge(entry.author(), entry.seq(), Math::max);
    oldestFirst.add(entry);
    int place = Collections.binarySearch(newestFirst, entry, NEWEST_FIRST);
    newestFirst.add(place < 0 ? -place - 1 : place, entry);
    states.put(entry.ref(), after);
  }

  @Override
  public LogPage page(LogQuery query) {
    List<LogEntry> found = new ArrayList<>();
    boolean reached = query.behind() == null;
    for (LogEntry entry : newestFirst) {
      if (reached && isWanted(entry, query)) {
        found.add(entry);
        if (found.size() == query.limit()) {
          return new LogPage(found, Optional.of(entry.ref()));
        }
      }
      reached |= entry.ref().equals(query.behind());
    }
    return new LogPage(found, Optional.empty());
  }

  private static boolean isWanted(LogEntry entry, LogQuery query) {
    List<EntityId> about =
        entry.operations().stream()
            .filter(Operation.Write.class::isInstance)
            .map(operation -> ((Operation.Write) operation).slot().entity())
            .toList();
    String text = query.text().toLowerCase(Locale.ROOT);
    return (query.entity() == null || about.contains(query.entity()))
        && (query.authors().isEmpty() || query.authors().contains(entry.author()))
        && (query.until() == null || entry.time().isBefore(query.until()))
        && (query.from() == null || !entry.time().isBefore(query.from()))
        && (entry.message().toLowerCase(Locale.ROOT).contains(text)
            || about.stream().anyMatch(id -> id.key().toLowerCase(Locale.ROOT).contains(text)));
  }

  @Override
  public Optional<LogEntry> following(ChangeRef change) {
    LogEntry newer = null;
    for (LogEntry entry : newestFirst) {
      if (entry.ref().equals(change)) {
        return Optional.ofNullable(newer);
      }
      newer = entry;
    }
    return Optional.empty();
  }

  @Override
  public Map<Dot, Value> written(Collection<Dot> dots) {
    Map<Dot, Value> values = new TreeMap<>();
    for (LogEntry entry : newestFirst) {
      for (int i = 0; i < entry.operations().size(); i++) {
        Dot dot = new Dot(entry.author(), entry.first() + i);
        if (dots.contains(dot) && entry.operations().get(i) instanceof Operation.Write write) {
          values.put(dot, write.value());
        }
      }
    }
    return values;
  }

  @Override
  public List<LogEntry> holding(Collection<Dot> dots) {
    return oldestFirst.stream()
        .filter(entry -> dots.stream().anyMatch(dot -> isIn(entry, dot)))
        .toList();
  }

  private static boolean isIn(LogEntry entry, Dot dot) {
    return entry.author().equals(dot.replica())
        && entry.first() <= dot.counter()
        && dot.counter() < entry.first() + entry.operations().size();
  }

  @Override
  public Optional<Workspace> at(VersionVector cut, PastStates.Progress progress) {
    Workspace state = Workspace.EMPTY;
    for (LogEntry entry : oldestFirst) {
      if (cut.contains(new Dot(entry.author(), entry.first()))) {
        state = state.apply(entry.author(), entry.first(), entry.at(), entry.operations());
      }
    }
    return progress.reached(0, 1) ? Optional.of(state) : Optional.empty();
  }

  @Override
  public Optional<Workspace> at(ChangeRef change, PastStates.Progress progress) {
    return progress.reached(0, 1) ? Optional.of(states.get(change)) : Optional.empty();
  }
}
