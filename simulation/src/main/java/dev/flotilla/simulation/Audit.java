package dev.flotilla.simulation;

import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.node.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out in another way what a machine's log adds up to. Without forks it folds the log with
/// nothing but the model. Where an author said two things, it tells the log to an engine that has
/// nothing yet, in another order: names of branches, and the state, follow from the set of changes
/// alone. Cost: the log.
final class Audit {
  private final Machine machine;
  private final Engine engine;
  private final List<Change> log = new ArrayList<>();
  private boolean isForked;

  private Audit(Machine machine) {
    this.machine = machine;
    this.engine = machine.running();
  }

  /// What is wrong with a machine's log or state, if anything is.
  static Optional<String> of(Machine machine) {
    var audit = new Audit(machine);
    return audit.readLog().or(audit::sum);
  }

  /// What is in the log of a machine.
  static Set<ChangeHash> hashes(Machine machine) {
    var hashes = new LinkedHashSet<ChangeHash>();
    raw(machine.running()).forEach(change -> hashes.add(ChangeHash.ofBytes(change)));
    return hashes;
  }

  private static List<byte[]> raw(Engine engine) {
    return engine.port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw();
  }

  private Optional<String> readLog() {
    var seen = new HashMap<ChangeHash, Change>();
    var refs = new HashSet<ChangeRef>();
    for (var raw : raw(engine)) {
      if (!(ChangeCodec.decode(raw) instanceof Decoded.Valid(var change))) {
        return Optional.of(machine + " holds a change that cannot be read");
      }
      var before = Optional.ofNullable(seen.get(change.previous()));
      if (change.seq() != before.map(Change::seq).orElse(0L) + 1
          || change.first() != before.map(Change::last).orElse(0L) + 1
          || before.filter(one -> !one.author().equals(change.author())).isPresent()
          || seen.put(change.hash(), change) != null) {
        return Optional.of("%s has a gap before %s".formatted(machine, change));
      }
      isForked |= !refs.add(change.ref());
      log.add(change);
    }
    return Optional.empty();
  }

  private Optional<String> sum() {
    return isForked ? retold() : folded();
  }

  private Optional<String> folded() {
    var folded = Workspace.EMPTY;
    for (var change : log) {
      for (var seen : change.dependencies().counters().entrySet()) {
        if (folded.vector().get(seen.getKey()) < seen.getValue()) {
          return Optional.of("%s has %s before what it depends on".formatted(machine, change));
        }
      }
      folded = folded.apply(change.author(), change.first(), change.at(), change.operations());
    }
    return compared(folded);
  }

  private Optional<String> retold() {
    var world = machine.world();
    var order = new ArrayList<>(log);
    Collections.shuffle(order, world.chance().of("audit", world.time().now()));
    try (var listener = world.newcomer(machine)) {
      var told = order.stream().map(Change::raw).toList();
      listener.port().receive(told, machine.device(), _ -> {});
      return listener.heads().equals(engine.heads()) && listener.pending() == 0
          ? compared(listener.workspace())
          : Optional.of(
              "%s names branches otherwise than who hears the same now: %s, not %s"
                  .formatted(machine, engine.heads(), listener.heads()));
    }
  }

  /// A machine may have left deleted entities to the log.
  private Optional<String> compared(Workspace other) {
    var now = engine.workspace();
    var deleted = other.disposable(other.vector());
    return Arrays.equals(other.digest(), now.digest())
            && other.without(deleted).equals(now.without(deleted))
        ? Optional.empty()
        : Optional.of("%s has another state than its log adds up to".formatted(machine));
  }
}
