package dev.flotilla.simulation;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Heads;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sees everything, and says when something has happened that must never happen. What it finds is
/// kept, not thrown: the engine survives the mistakes of those who listen to it.
///
/// It knows changes by their hashes: once a disk was rolled back or copied, its author may say two
/// things under one number, and both count. Each such disk is good for one more history, and no
/// more.
final class Ledger {
  /// Where a change is said.
  ///
  /// @param previous what the author said before
  private record Place(ReplicaId author, ChangeHash previous) {}

  private final Map<ChangeHash, ChangeRef> changes = new HashMap<>();
  private final Map<Place, Set<ChangeHash>> said = new HashMap<>();

  /// How many disks there were with which an author went on from an earlier moment.
  private final Map<ReplicaId, Integer> copies = new HashMap<>();

  /// Whose disks were exchanged and not opened since.
  private final Set<Integer> exchanged = new HashSet<>();

  /// For each machine what it has committed, which it may have told others.
  private final Map<Integer, Set<ChangeHash>> promises = new HashMap<>();

  private final Map<Heads, byte[]> digests = new HashMap<>();
  private int cleanings;
  private Optional<Violation> broken = Optional.empty();

  /// The first invariant that broke.
  void throwIfBroken() {
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  private void violated(String sentence) {
    if (broken.isEmpty()) { // the rest may follow from the first
      broken = Optional.of(new Violation(sentence));
    }
  }

  /// A machine has committed changes.
  void committed(Machine machine, List<Change> committed) {
    var promise = promises.computeIfAbsent(machine.number(), _ -> new LinkedHashSet<>());
    for (var change : committed) {
      changes.put(change.hash(), change.ref());
      if (!promise.add(change.hash())) {
        violated("%s takes %s twice".formatted(machine, text(change.hash())));
      }
      if (change.seq() > 1 && !promise.contains(change.previous())) {
        violated("%s takes %s without the one before".formatted(machine, text(change.hash())));
      }
      var here = new Place(change.author(), change.previous());
      var all = said.computeIfAbsent(here, _ -> new HashSet<>());
      if (all.add(change.hash()) && all.size() > 1 + copies.getOrDefault(change.author(), 0)) {
        violated(
            "%s uses the number %d of %s again for something else"
                .formatted(machine, change.seq(), change.author().shortName()));
      }
    }
  }

  /// What a machine has promised by now.
  Set<ChangeHash> promise(Machine machine) {
    return new LinkedHashSet<>(promises.getOrDefault(machine.number(), Set.of()));
  }

  /// A machine's disk holds what some disk held when that was promised. What else it had may be
  /// gone, by the will of the scenario, and its author may go on from there a second time.
  void exchanged(Machine machine, Set<ChangeHash> promise) {
    promises.put(machine.number(), new LinkedHashSet<>(promise));
    exchanged.add(machine.number());
  }

  /// A machine has opened its disk.
  void opened(Machine machine) {
    var log = Audit.hashes(machine);
    if (exchanged.remove(machine.number())) {
      copies.merge(machine.running().replicaId(), 1, Integer::sum);
    }
    if (!machine.world().terms().losesCommits()) { // otherwise, what follows is looked for
      var lost = promise(machine);
      lost.removeAll(log);
      if (!lost.isEmpty()) {
        violated(
            "%s has lost %d changes which it had committed, the first is %s"
                .formatted(machine, lost.size(), text(lost.iterator().next())));
      }
    }
    promises.put(machine.number(), log);
  }

  /// Looks at one machine from all sides. Cost: its log, once for all that have the same.
  void examine(Machine machine) {
    var now = machine.running().workspace();
    var heads = machine.portFor(machine).heads();
    if (!now.vector().equals(heads.vector())) {
      violated("%s has applied other operations than its heads say".formatted(machine));
      return;
    }
    var known = digests.putIfAbsent(heads, now.digest());
    if (known == null) {
      Audit.of(machine).ifPresent(this::violated);
    } else if (!Arrays.equals(known, now.digest())) {
      violated("%s has another state than others with the same heads".formatted(machine));
    }
  }

  /// A machine has taken away what is deleted everywhere: nobody may notice.
  void cleaned(Machine machine, Workspace before, Workspace after) {
    if (!before.flags().equals(after.flags()) || !before.tagSets().equals(after.tagSets())) {
      violated(machine + " shows something else after it has cleaned up");
    }
    cleanings += before.equals(after) ? 0 : 1;
  }

  /// How many different changes there are.
  int size() {
    return changes.size();
  }

  /// How often something was left to the log.
  int cleanings() {
    return cleanings;
  }

  /// How often an author said something else in the same place.
  int forks() {
    return said.values().stream().mapToInt(all -> all.size() - 1).sum();
  }

  /// Everything that anybody has committed and not lost by the will of the scenario must be
  /// everywhere in the end.
  void examineConverged(Machine machine) {
    if (machine.world().terms().losesCommits()) {
      return;
    }
    var here = Audit.hashes(machine);
    for (var promise : promises.values()) {
      for (var hash : promise) {
        if (!here.contains(hash)) {
          violated("%s never got %s".formatted(machine, text(hash)));
          return;
        }
      }
    }
  }

  private String text(ChangeHash hash) {
    var ref = changes.get(hash);
    return ref == null
        ? "change " + hash
        : "change %d of %s".formatted(ref.seq(), ref.author().shortName());
  }
}
