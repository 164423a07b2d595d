package dev.flotilla.app.evidence;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.SignedChange;
import dev.flotilla.testkit.workspace.Fleet;
import dev.flotilla.testkit.workspace.FleetChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a fleet did, signed with one key.
final class SignedFleet {
  private final List<SignedChange> all = new ArrayList<>();
  private final Map<ReplicaId, Change> newest = new HashMap<>();
  private final Map<ReplicaId, VersionVector> seen = new HashMap<>();
  private Workspace workspace = Workspace.EMPTY;

  SignedFleet(Fleet fleet) {
    fleet.log(0).forEach(this::add);
  }

  Workspace workspace() {
    return workspace;
  }

  EvidenceLog log() {
    return new EvidenceLog(
        query ->
            new LogPage(
                all.stream()
                    .map(SignedChange::entry)
                    .filter(entry -> query.authors().contains(entry.author()))
                    .toList(),
                Optional.empty()),
        _ -> Map.of(),
        dots -> all.stream().filter(one -> dots.stream().anyMatch(dot -> isIn(one, dot))).toList());
  }

  private void add(FleetChange change) {
    var author = change.author();
    var operations = change.operations().stream().map(SignedFleet::signed).toList();
    var before = seen.getOrDefault(author, VersionVector.EMPTY);
    var news = new HashMap<ReplicaId, Long>();
    change
        .past()
        .forEach((replica, counter) -> {
          if (!replica.equals(author) && counter > before.get(replica)) {
            news.put(replica, counter);
          }
        });
    var made =
        CopiedMachine.sign(author, newest.get(author), news, operations.toArray(Operation[]::new));
    workspace = workspace.apply(author, made.first(), change.at(), operations);
    newest.put(author, made);
    seen.put(author, change.past());
    var entry =
        new LogEntry(
            made.hash(),
            author,
            "device",
            made.seq(),
            made.first(),
            change.at(),
            "",
            operations,
            change.past().with(author, made.last()));
    all.add(new SignedChange(entry, made));
  }

  private static Operation signed(Operation operation) {
    return operation instanceof Operation.OpenReplica(_, var name)
        ? new Operation.OpenReplica(CopiedMachine.KEY, name)
        : operation instanceof Operation.FoundWorkspace(_, var name)
            ? new Operation.FoundWorkspace(CopiedMachine.NONCE, name)
            : operation;
  }

  static boolean isIn(SignedChange one, Dot dot) {
    return one.entry().author().equals(dot.replica())
        && one.change().first() <= dot.counter()
        && dot.counter() <= one.change().last();
  }
}
