package dev.flotilla.simulation;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.session.ReplicaPort;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Sees everything, and says when something has happened that must never happen. What it finds is
/// kept, not thrown: the engine survives the mistakes of those who listen to it.
final class Ledger {
  private final Map<ChangeRef, ChangeHash> changes = new HashMap<>();

  /// For each machine what it has committed, which it may have told others.
  private final Map<Integer, TreeMap<ReplicaId, Long>> promises = new HashMap<>();

  private final Map<Heads, byte[]> digests = new HashMap<>();
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
    var promise = promises.computeIfAbsent(machine.number(), _ -> new TreeMap<>());
    for (var change : committed) {
      var known = changes.putIfAbsent(change.ref(), change.hash());
      if (known != null && !known.equals(change.hash())) {
        violated(
            "%s uses the number %d of %s again for something else"
                .formatted(machine, change.seq(), change.author().shortName()));
      }
      var before = promise.merge(change.author(), change.seq(), Math::max);
      if (before > change.seq()) {
        violated("%s takes change %d after change %d".formatted(machine, change.seq(), before));
      }
    }
  }

  /// What a machine had committed may be gone, by the will of the scenario.
  void forget(Machine machine) {
    promises.remove(machine.number());
  }

  /// A machine has opened its disk.
  void opened(Machine machine) {
    if (machine.world().terms().losesCommits()) {
      promises.remove(machine.number()); // what follows from the loss is looked for
      return;
    }
    var heads = machine.running().heads();
    promises
        .getOrDefault(machine.number(), new TreeMap<>())
        .forEach((author, seq) -> {
          if (heads.seq(author) < seq) {
            violated(
                "%s has lost changes %d to %d of %s, which it had committed"
                    .formatted(machine, heads.seq(author) + 1, seq, author.shortName()));
          }
        });
  }

  /// Looks at one machine from all sides. Cost: its log.
  void examine(Machine machine) {
    var engine = machine.running();
    var now = engine.workspace();
    var heads = machine.portFor(machine).heads();
    if (!now.vector().equals(heads.vector())) {
      violated("%s has applied other operations than its heads say".formatted(machine));
      return;
    }
    var replayed = replay(machine, engine.port());
    if (!Arrays.equals(replayed.digest(), now.digest()) || !replayed.equals(now)) {
      violated("%s has another state than its log adds up to".formatted(machine));
    }
    var known = digests.putIfAbsent(heads, now.digest());
    if (known != null && !Arrays.equals(known, now.digest())) {
      violated("%s has another state than others with the same heads".formatted(machine));
    }
  }

  private Workspace replay(Machine machine, ReplicaPort port) {
    var next = new HashMap<ReplicaId, Change>();
    var folded = Workspace.EMPTY;
    for (var raw : port.changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw()) {
      if (!(ChangeCodec.decode(raw) instanceof Decoded.Valid(var change))) {
        violated(machine + " holds a change that cannot be read");
        return folded;
      }
      var before = Optional.ofNullable(next.put(change.author(), change));
      if (change.seq() != before.map(Change::seq).orElse(0L) + 1
          || change.first() != before.map(Change::last).orElse(0L) + 1
          || !change.previous().equals(before.map(Change::hash).orElse(ChangeHash.NONE))) {
        violated("%s has a gap before %s".formatted(machine, change));
        return folded;
      }
      for (var seen : change.dependencies().counters().entrySet()) {
        if (folded.vector().get(seen.getKey()) < seen.getValue()) {
          violated("%s has %s before what it depends on".formatted(machine, change));
        }
      }
      folded = folded.apply(change.author(), change.first(), change.at(), change.operations());
    }
    return folded;
  }

  /// A machine has taken away what is deleted everywhere: nobody may notice.
  void cleaned(Machine machine, Workspace before, Workspace after) {
    if (!before.flags().equals(after.flags()) || !before.tagSets().equals(after.tagSets())) {
      violated(machine + " shows something else after it has cleaned up");
    }
  }

  /// How many different changes there are.
  int size() {
    return changes.size();
  }

  /// Everything that anybody committed must be everywhere in the end.
  void examineConverged(Machine machine) {
    if (machine.world().terms().losesCommits()) {
      return;
    }
    var heads = machine.running().heads();
    for (var ref : changes.keySet()) {
      if (heads.seq(ref.author()) < ref.seq()) {
        violated(
            "%s never got change %d of %s".formatted(machine, ref.seq(), ref.author().shortName()));
        return;
      }
    }
  }
}
