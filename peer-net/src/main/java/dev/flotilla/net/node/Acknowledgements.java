package dev.flotilla.net.node;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Member;
import dev.flotilla.net.Stability;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.store.StoreException;
import dev.flotilla.net.wire.HeadsProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What each member has confirmed to have on its disk: causal stability.
///
/// A confirmation waits until this replica holds the member's own chain as far as the confirmation
/// names it. Otherwise a change that the member made before it confirmed could arrive after
/// everybody was thought to have seen what it speaks against. Any thread.
final class Acknowledgements {
  private final DeviceId self;
  private final Log log;

  /// What of it is in the store.
  private final Map<DeviceId, Heads> stored = new HashMap<>();

  /// The newest that counted, by device.
  private final Map<DeviceId, Heads> counted = new HashMap<>();

  /// Newer ones that do not count yet.
  private final Map<DeviceId, Heads> waiting = new HashMap<>();

  /// The committed log.
  @FunctionalInterface
  interface Log {
    /// The hash of the lineage's change with this number.
    Optional<ChangeHash> hashOf(ReplicaId lineage, long seq) throws StoreException;
  }

  /// @param remembered what counted when it was stored last
  Acknowledgements(DeviceId self, Map<DeviceId, Heads> remembered, Log log) {
    this.self = self;
    this.log = log;
    counted.putAll(remembered);
    stored.putAll(remembered);
  }

  /// A member says what it has.
  synchronized void told(DeviceId device, Heads heads) {
    waiting.put(device, heads);
  }

  /// What counts of it.
  ///
  /// @param here the chains that this replica holds
  synchronized Map<DeviceId, Heads> counted(PersistentMap<ReplicaId, AuthorHead> here) {
    waiting
        .entrySet()
        .removeIf(entry -> {
          if (!counts(entry.getKey(), entry.getValue(), here)) {
            return false;
          }
          counted.put(entry.getKey(), entry.getValue());
          return true;
        });
    return Map.copyOf(counted);
  }

  /// Work that stores what counts and is not in the store yet. Whoever restarts need not hear from
  /// everybody again before it may clean up.
  Work remembering() {
    return new Work() {
      private Map<DeviceId, Heads> news = Map.of();

      @Override
      public Runnable run(Transaction transaction) throws StoreException {
        news = news(transaction.state());
        for (var entry : news.entrySet()) {
          transaction.store().putConfirmed(entry.getKey(), entry.getValue());
        }
        return () -> stored(news);
      }

      // Next time.
      @Override
      public void failed(String sentence) {}
    };
  }

  /// By device, the heads that are not stored, as far as they are in the log here.
  private synchronized Map<DeviceId, Heads> news(ReplicaState state) {
    var news = new HashMap<DeviceId, Heads>();
    counted(state.authors())
        .forEach((device, heads) -> {
          var fresh = HeadsProgress.since(stored.getOrDefault(device, Heads.EMPTY), heads);
          var here = new TreeMap<>(fresh.asMap());
          here.entrySet().removeIf(entry -> !has(state, entry.getKey(), entry.getValue()));
          if (!here.isEmpty()) {
            news.put(device, Heads.of(here));
          }
        });
    return news;
  }

  private static boolean has(ReplicaState state, ReplicaId lineage, Head head) {
    return state.author(lineage).filter(chain -> chain.seq() >= head.seq()).isPresent();
  }

  private synchronized void stored(Map<DeviceId, Heads> news) {
    news.forEach((device, heads) -> stored.merge(device, heads, HeadsProgress::told));
  }

  /// What all members have. Cost: members times authors.
  Stability stability(ReplicaState state) {
    var confirmed = counted(state.authors());
    var mine = state.workspace().vector();
    var seen = new TreeMap<DeviceId, VersionVector>();
    for (Member member : state.workspace().members()) {
      var device = member.device().deviceId();
      seen.put(
          device,
          device.equals(self) ? mine : confirmed.getOrDefault(device, Heads.EMPTY).vector());
    }
    return new Stability(least(mine, seen), seen);
  }

  private static VersionVector least(VersionVector start, Map<DeviceId, VersionVector> seen) {
    var least = new TreeMap<ReplicaId, Long>(start.asMap());
    for (var vector : seen.values()) {
      least.replaceAll((author, counter) -> Math.min(counter, vector.get(author)));
    }
    least.values().removeIf(counter -> counter == 0);
    return VersionVector.of(least);
  }

  /// All chains of the device are here as far as it names them, and so are all others that it
  /// names: one that is not here may be its own. Heads of another history count for nothing.
  private boolean counts(DeviceId device, Heads heads, PersistentMap<ReplicaId, AuthorHead> here) {
    var known = counted.getOrDefault(device, Heads.EMPTY);
    var reached =
        heads.asMap().entrySet().stream()
            .allMatch(entry ->
                Optional.ofNullable(here.get(entry.getKey()))
                    .filter(chain -> reaches(chain, entry.getValue(), device))
                    .isPresent());
    return reached
        && HeadsProgress.since(known, heads).asMap().entrySet().stream()
            .allMatch(entry -> isOfThisHistory(entry.getKey(), entry.getValue(), here));
  }

  private static boolean reaches(AuthorHead here, Head theirs, DeviceId device) {
    return here.seq() >= theirs.seq() || !here.key().deviceId().equals(device);
  }

  /// Of what is not here yet it will show.
  private boolean isOfThisHistory(
      ReplicaId lineage, Head theirs, PersistentMap<ReplicaId, AuthorHead> here) {
    var chain = here.get(lineage);
    if (chain == null || chain.seq() < theirs.seq()) {
      return true;
    }
    if (chain.seq() == theirs.seq()) {
      return theirs.names(chain.hash());
    }
    try {
      return log.hashOf(lineage, theirs.seq()).filter(theirs::names).isPresent();
    } catch (StoreException _) {
      return false; // who reads for its own sake says so
    }
  }
}
