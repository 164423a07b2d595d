package dev.flotilla.net.node;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.store.History;
import dev.flotilla.net.store.LogFilter;
import dev.flotilla.net.store.LogRow;
import dev.flotilla.net.store.StoreException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Shows a workspace as it was after any of its changes: with that change and all that come before
/// it in history, which is ordered by the authors' clocks. A change whose clock was behind what it
/// builds on counts from where that is.
///
/// Folds the log, about 10 µs for each change, and keeps states on the way, so that the next one
/// that is asked for is near. One caller at a time; others wait.
public final class PastStates {
  /// Changes that are read at once, and after which progress is told.
  private static final int STEP = 500;

  /// States that are kept of one walk through the log.
  private static final int KEPT = 64;

  /// States that are kept of all walks: each holds what it showed, however little the next differs.
  private static final int KEPT_MAX = 2 * KEPT;

  private static final Place START = new Place(null, Workspace.EMPTY, List.of());

  private final History history;
  private final Supplier<Lineages> lineages;
  private final TreeMap<Long, Place> kept = new TreeMap<>();
  private Lineages keptAs = Lineages.NONE;

  PastStates(History history, Supplier<Lineages> lineages) {
    this.history = history;
    this.lineages = lineages;
  }

  /// Is told how far the fold is.
  @FunctionalInterface
  public interface Progress {
    /// @return whether to go on
    boolean reached(long changes, long ofChanges);
  }

  /// Where a walk through history is.
  ///
  /// @param waiting changes that build on some that have not come yet
  private record Place(@Nullable ChangeRef last, Workspace state, List<LogRow> waiting) {}

  /// The workspace after a change.
  ///
  /// @return none if `progress` said to stop
  /// @throws UncheckedIOException with a sentence if the disk does not answer
  public synchronized Optional<Workspace> at(ChangeRef change, Progress progress) {
    return ReplicaHistory.reading(() -> {
      var names = lineages.get();
      if (names != keptAs) {
        // A fork that was found since has renamed what the kept states are of.
        kept.clear();
        keptAs = names;
      }
      var total = history.countUpTo(change);
      var begin = nearest(total);
      var done = begin == null ? 0 : begin.getKey();
      var walk = new Walk(names, begin == null ? START : begin.getValue());
      var every = Math.max(STEP, total / KEPT);
      var next = done + every;
      while (done < total) {
        if (!progress.reached(done, total)) {
          return Optional.empty();
        }
        var rows = history.following(walk.last, change, STEP);
        if (rows.isEmpty()) {
          break;
        }
        rows.forEach(walk::take);
        done += rows.size();
        if (done >= next || done == total) {
          keep(done, walk.place());
          next = done + every;
        }
      }
      return !walk.isWaiting(change) || finish(walk, change, progress)
          ? Optional.of(walk.state)
          : Optional.empty();
    });
  }

  /// The workspace as whoever had seen exactly `cut` knew it: with every change that lies within.
  /// Folds the log from its beginning; nothing is kept.
  ///
  /// @param cut what somebody had seen, as a change's past or a member's confirmation tells it
  /// @return none if `progress` said to stop
  /// @throws UncheckedIOException with a sentence if the disk does not answer
  public synchronized Optional<Workspace> at(VersionVector cut, Progress progress) {
    return ReplicaHistory.reading(() -> {
      var newest = history.part(LogFilter.ALL, 1).rows();
      if (newest.isEmpty()) {
        return Optional.of(Workspace.EMPTY);
      }
      var last = newest.getFirst().ref();
      var total = history.countUpTo(last);
      var done = 0L;
      var walk = new Walk(lineages.get(), START);
      while (progress.reached(done, total)) {
        var rows = history.following(walk.last, last, STEP);
        if (rows.isEmpty()) {
          return Optional.of(walk.state);
        }
        for (var row : rows) {
          if (cut.contains(new Dot(row.lineage(), row.change().last()))) {
            walk.take(row);
          } else {
            walk.last = row.ref();
          }
        }
        done += rows.size();
      }
      return Optional.empty();
    });
  }

  /// Makes room where the kept states are closest: those of one walk are far apart, those that
  /// somebody steps through are not.
  private void keep(long at, Place place) {
    kept.put(at, place);
    if (kept.size() > KEPT_MAX) {
      var closest = at;
      var gap = Long.MAX_VALUE;
      for (long to : kept.keySet()) {
        var before = kept.lowerKey(to);
        if (to != at && to - (before == null ? 0 : before) < gap) {
          closest = to;
          gap = to - (before == null ? 0 : before);
        }
      }
      kept.remove(closest);
    }
  }

  /// How many states are kept.
  synchronized int kept() {
    return kept.size();
  }

  /// The last kept state that is still where it was: old changes may have arrived since.
  private Map.@Nullable Entry<Long, Place> nearest(long total) throws StoreException {
    for (var entry = kept.floorEntry(total);
        entry != null;
        entry = kept.lowerEntry(entry.getKey())) {
      var last = entry.getValue().last();
      if (last != null && history.countUpTo(last) == entry.getKey()) {
        return entry;
      }
      kept.remove(entry.getKey());
    }
    return null;
  }

  /// Takes what the change builds on though it comes later in history.
  private boolean finish(Walk walk, ChangeRef change, Progress progress) throws StoreException {
    var past = walk.waiting.stream().filter(row -> row.ref().equals(change)).findFirst();
    var newest = history.part(LogFilter.ALL, 1).rows();
    if (past.isEmpty() || newest.isEmpty()) {
      return false;
    }
    while (walk.isWaiting(change)) {
      var rows = history.following(walk.last, newest.getFirst().ref(), STEP);
      if (rows.isEmpty() || !progress.reached(0, 1)) {
        return false;
      }
      for (var row : rows) {
        if (past.get().past().contains(new Dot(row.lineage(), row.change().last()))) {
          walk.take(row);
        } else {
          walk.last = row.ref();
        }
      }
    }
    return true;
  }

  private static final class Walk {
    private final Lineages names;
    private Workspace state;
    private List<LogRow> waiting;
    private @Nullable ChangeRef last;

    Walk(Lineages names, Place from) {
      this.names = names;
      state = from.state();
      waiting = new ArrayList<>(from.waiting());
      last = from.last();
    }

    Place place() {
      return new Place(last, state, List.copyOf(waiting));
    }

    boolean isWaiting(ChangeRef change) {
      return waiting.stream().anyMatch(row -> row.ref().equals(change));
    }

    void take(LogRow row) {
      last = row.ref();
      if (!apply(row)) {
        waiting.add(row);
        return;
      }
      while (waiting.removeIf(this::apply)) {
        // Each that is taken may be what others wait for.
      }
    }

    private boolean apply(LogRow row) {
      var lineage = names.get(row.lineage());
      var change = row.change();
      boolean begins = change.seq() == lineage.baseSeq() + 1;
      if (!begins && state.vector().get(lineage.id()) != change.first() - 1) {
        return false;
      }
      if (!state.vector().with(lineage.id(), change.last()).dominates(row.past())) {
        return false;
      }
      state = names.apply(state, change, lineage, row.past());
      return true;
    }
  }
}
