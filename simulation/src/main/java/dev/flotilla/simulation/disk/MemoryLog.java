package dev.flotilla.simulation.disk;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridClock;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Recalling;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Admission;
import dev.flotilla.net.change.Admissions;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.change.Split;
import dev.flotilla.net.store.LoadedLog;
import dev.flotilla.net.store.StoreIdentity;
import dev.flotilla.net.store.StoredInvitation;
import dev.flotilla.net.store.StoredPeer;
import dev.flotilla.net.wire.HeadsProgress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is written on a [MemoryDisk]. Entries are only ever appended, so that an image of any
/// moment is a length, and going back to it means to cut.
final class MemoryLog {
  /// A change as it was appended.
  record Entry(int place, Change change, AuthorHead after) {}

  /// A moment.
  ///
  /// @param state what the log added up to, if that was known: spares the next start to fold it
  record Mark(
      int length,
      ReplicaId replica,
      List<Change> forks,
      List<StoredInvitation> invitations,
      Map<String, StoredPeer> peers,
      Set<EntityId> away,
      Map<DeviceId, Heads> confirmed,
      @Nullable Workspace state) {}

  final StoreIdentity born;
  final List<Entry> entries = new ArrayList<>();
  final Map<ReplicaId, List<Entry>> byAuthor = new LinkedHashMap<>();
  ReplicaId replica;
  List<Change> forks = List.of();
  List<StoredInvitation> invitations = List.of();
  Map<String, StoredPeer> peers = Map.of();

  /// What the state goes without.
  Set<EntityId> away = Set.of();

  Map<DeviceId, Heads> confirmed = Map.of();
  @Nullable Workspace state;

  /// The entries as they were when the transaction began, if it has split a lineage.
  private List<Entry> beforeSplit = List.of();

  MemoryLog(StoreIdentity born) {
    this.born = born;
    this.replica = born.replica();
  }

  void append(Change change, AuthorHead after) {
    var entry = new Entry(entries.size(), change, after);
    entries.add(entry);
    byAuthor.computeIfAbsent(after.author(), _ -> new ArrayList<>()).add(entry);
    state = null;
  }

  Optional<Entry> entry(ReplicaId author, long seq) {
    var chain = byAuthor.getOrDefault(author, List.of());
    var index = seq - first(chain);
    return index < 0 || index >= chain.size()
        ? Optional.empty()
        : Optional.of(chain.get((int) index));
  }

  /// The number of a lineage's first change: that of a branch is not 1.
  static long first(List<Entry> chain) {
    return chain.isEmpty() ? 1 : chain.getFirst().change().seq();
  }

  /// The newest change of each lineage.
  Heads heads() {
    var heads = new TreeMap<ReplicaId, Head>();
    byAuthor.forEach((lineage, chain) -> heads.put(lineage, chain.getLast().after().head()));
    return Heads.of(heads);
  }

  Lineages lineages() {
    return Lineages.of(
        byAuthor.values().stream().map(chain -> chain.getLast().after().lineage()).toList());
  }

  /// The entry whose last operation has this counter.
  Optional<Entry> endingAt(ReplicaId author, long counter) {
    var chain = byAuthor.getOrDefault(author, List.of());
    var low = 0;
    var high = chain.size() - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var last = chain.get(middle).change().last();
      if (last == counter) {
        return Optional.of(chain.get(middle));
      }
      low = last < counter ? middle + 1 : low;
      high = last < counter ? high : middle - 1;
    }
    return Optional.empty();
  }

  Mark mark() {
    return new Mark(entries.size(), replica, forks, invitations, peers, away, confirmed, state);
  }

  /// Gives what comes after a change of a lineage another name.
  void split(Split split) {
    var before = List.copyOf(entries);
    beforeSplit = beforeSplit.isEmpty() ? before : beforeSplit;
    entries.clear();
    byAuthor.clear();
    before.forEach(entry -> append(entry.change(), entry.after().after(split)));
  }

  /// What was split stays so.
  void keepSplits() {
    beforeSplit = List.of();
  }

  /// Cuts off what was written after a moment.
  void reset(Mark mark) {
    if (!beforeSplit.isEmpty()) {
      var before = beforeSplit;
      beforeSplit = List.of();
      entries.clear();
      byAuthor.clear();
      before.forEach(entry -> append(entry.change(), entry.after()));
    }
    while (entries.size() > mark.length()) {
      var author = entries.removeLast().after().author();
      var chain = byAuthor.get(author);
      if (chain != null) {
        chain.removeLast();
        if (chain.isEmpty()) {
          byAuthor.remove(author);
        }
      }
    }
    replica = mark.replica();
    forks = mark.forks();
    invitations = mark.invitations();
    peers = mark.peers();
    away = mark.away();
    confirmed = mark.confirmed();
    state = mark.state();
  }

  /// Forgets everything and holds these instead.
  void replace(List<Entry> others, Mark mark) {
    entries.clear();
    byAuthor.clear();
    others.forEach(entry -> append(entry.change(), entry.after()));
    reset(mark);
  }

  LoadedLog load() {
    var authors = new ArrayList<AuthorHead>();
    byAuthor.values().forEach(chain -> authors.add(chain.getLast().after()));
    var admissions = new ArrayList<Admission>();
    var newest = HybridTimestamp.ZERO;
    var own = HybridTimestamp.ZERO;
    for (var entry : entries) {
      admissions.addAll(Admissions.in(entry.change(), entry.after().author()));
      var at = entry.change().at();
      newest = at.compareTo(newest) > 0 ? at : newest;
      own = entry.after().author().equals(replica) ? at : own;
    }
    return new LoadedLog(
        authors, Admissions.of(admissions), workspace(), new HybridClock(own, newest));
  }

  /// What the changes add up to, folded anew.
  Workspace rebuild() {
    state = null;
    return workspace();
  }

  private Workspace workspace() {
    var known = state;
    if (known != null) {
      return known;
    }
    away = Set.of();
    return folded();
  }

  /// All that was written in an entity.
  Recalling recalling(EntityId id) {
    var lineages = lineages();
    var recalling = new Recalling(id);
    for (var entry : entries) {
      var change = entry.change();
      if (change.written().contains(id)) {
        var after = entry.after();
        var operations = lineages.operations(change, after.lineage(), after.past());
        recalling.add(after.author(), change.first(), change.at(), operations);
      }
    }
    return recalling;
  }

  Workspace folded() {
    var lineages = lineages();
    var folded = Workspace.EMPTY;
    for (var entry : entries) {
      var after = entry.after();
      folded = lineages.apply(folded, entry.change(), after.lineage(), after.past());
    }
    return folded;
  }

  List<ChangeRef> forkedAt() {
    var first = new TreeMap<ReplicaId, Long>();
    forks.forEach(change -> first.merge(change.author(), change.seq(), Math::min));
    var refs = new ArrayList<ChangeRef>();
    first.forEach((author, seq) -> refs.add(new ChangeRef(author, seq)));
    return refs;
  }

  Map<DeviceId, Heads> withConfirmed(DeviceId device, Heads heads) {
    var copy = new HashMap<>(confirmed);
    copy.merge(device, heads, HeadsProgress::told);
    return copy;
  }

  /// As far as it is still in the log.
  Map<DeviceId, Heads> confirmedHere() {
    var here = new HashMap<DeviceId, Heads>();
    confirmed.forEach((device, heads) -> {
      var known = new TreeMap<>(heads.asMap());
      known
          .entrySet()
          .removeIf(head ->
              entry(head.getKey(), head.getValue().seq())
                  .filter(one -> one.change().head().equals(head.getValue()))
                  .isEmpty());
      here.put(device, Heads.of(known));
    });
    return here;
  }

  Map<String, StoredPeer> withPeer(StoredPeer peer) {
    var copy = new HashMap<>(peers);
    copy.put(peer.device().toString(), peer);
    return copy;
  }
}
