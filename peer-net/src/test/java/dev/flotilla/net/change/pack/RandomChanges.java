package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signing;
import dev.flotilla.testkit.Samples;
import dev.flotilla.testkit.workspace.Fleet;
import dev.flotilla.testkit.workspace.FleetChange;
import dev.flotilla.testkit.workspace.RandomEdits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What a few replicas author at random, as changes of a log; signed with bytes that are as random
/// as signatures are. Also the log of whoever has all of them.
final class RandomChanges implements LogHashes<RuntimeException> {
  private static final WorkspaceId WORKSPACE = WorkspaceId.of(new byte[WorkspaceId.BYTES]);
  private static final int REPLICAS = 3;

  private final List<Change> changes = new ArrayList<>();
  private final Map<ReplicaId, Change> newest = new HashMap<>();
  private final Map<ReplicaId, Map<ReplicaId, Long>> seen = new HashMap<>();
  private final RandomGenerator random;

  /// @param edits how many are tried
  RandomChanges(RandomGenerator random, int edits) {
    this.random = random;
    var fleet = new Fleet(REPLICAS);
    for (var i = 0; i < edits; i++) {
      var replica = random.nextInt(REPLICAS);
      switch (random.nextInt(12)) {
        case 0, 1 -> fleet.sync(replica, random.nextInt(REPLICAS));
        case 2 -> fleet.author(replica, oddities());
        case 3 -> fleet.setClock(replica, random.nextInt(-500, 500_000));
        default -> fleet.tryEdit(replica, RandomEdits.any(fleet.workspace(replica), random));
      }
    }
    fleet.syncAll();
    fleet.log(0).forEach(this::add);
  }

  /// Of one kind, and now and then so many that nothing else in the change matters.
  private List<Operation> oddities() {
    var kind = random.nextInt(3);
    var count = random.nextInt(4) == 0 ? 1 + random.nextInt(200) : 1;
    return Stream.generate(() -> odd(kind)).limit(count).toList();
  }

  /// What no planner makes.
  private Operation odd(int kind) {
    return switch (kind) {
      case 0 -> new Operation.Unknown(5 + random.nextInt(200), random.nextInt(3), octets());
      case 1 -> new Operation.FoundWorkspace(Octets.of(new byte[16]), Samples.text(random));
      default -> {
        var slot = new Slot.Presence(new EntityId("ü", "ä"));
        var dots = new TreeSet<Dot>();
        for (var left = random.nextInt(4); left > 0; left--) {
          dots.add(new Dot(Samples.replica(random, 9), random.nextLong(1, Long.MAX_VALUE)));
        }
        yield new Operation.Write(slot, Value.absent(), dots);
      }
    };
  }

  private Octets octets() {
    var bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return Octets.of(bytes);
  }

  private void add(FleetChange made) {
    var author = made.author();
    var before = Optional.ofNullable(newest.get(author));
    var known = seen.computeIfAbsent(author, _ -> new HashMap<>());
    var fresh = new TreeMap<ReplicaId, Long>();
    made.past()
        .forEach((replica, counter) -> {
          if (!replica.equals(author) && counter > known.getOrDefault(replica, 0L)) {
            fresh.put(replica, counter);
          }
        });
    known.putAll(fresh);
    var draft =
        new Draft(
            author,
            before.map(Change::seq).orElse(0L) + 1,
            made.first(),
            before.map(Change::hash).orElse(ChangeHash.NONE),
            fresh.isEmpty()
                ? Dependencies.NONE
                : Dependencies.of(fresh, (r, c) -> hashEndingAt(r, c).orElseThrow()),
            made.at(),
            random.nextInt(4) == 0 ? Samples.text(random) : "",
            made.operations());
    var signing = ChangeCodec.sign(draft, WORKSPACE, _ -> signature());
    if (!(signing instanceof Signing.Signed(var change))) {
      throw new AssertionError(signing.toString());
    }
    newest.put(author, change);
    changes.add(change);
  }

  private byte[] signature() {
    var signature = new byte[ChangeLimits.SIGNATURE_BYTES];
    random.nextBytes(signature);
    return signature;
  }

  /// In causal order.
  List<Change> changes() {
    return List.copyOf(changes);
  }

  /// What somebody has who has the first `count` changes.
  Heads headsAfter(int count) {
    var heads = new HashMap<ReplicaId, Head>();
    changes.subList(0, count).forEach(change -> heads.put(change.author(), change.head()));
    return Heads.of(heads);
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
    return changes.stream()
        .filter(change -> change.author().equals(author) && change.seq() == seq)
        .map(Change::hash)
        .findFirst();
  }

  @Override
  public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
    return changes.stream()
        .filter(change -> change.author().equals(author) && change.last() == counter)
        .map(Change::hash)
        .findFirst();
  }
}
