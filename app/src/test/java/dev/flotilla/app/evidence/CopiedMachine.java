package dev.flotilla.app.evidence;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Lineage;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.SignedChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A machine that made two changes and was then copied: both copies went on as the same author.
public final class CopiedMachine {
  static final ReplicaId AUTHOR = new ReplicaId(7, 7);

  private static final byte[] SEED = new byte[Ed25519.SECRET_KEY_SIZE];
  static final DeviceKey KEY = key();
  static final Octets NONCE = Octets.of(new byte[16]);
  private static final WorkspaceId WORKSPACE = WorkspaceId.of(KEY, NONCE);
  private static final EntityId FLAG = EntityId.flag("checkout");
  private static final Slot.Field OWNER = new Slot.Field(FLAG, "owner");

  final Change first =
      sign(
          AUTHOR,
          null,
          Map.of(),
          new Operation.OpenReplica(KEY, "laptop"),
          new Operation.FoundWorkspace(NONCE, "Shop"));
  final Change common =
      sign(AUTHOR, first, Map.of(), write(new Slot.Presence(FLAG), Value.of(true)));
  final Change one = sign(AUTHOR, common, Map.of(), write(OWNER, Value.of("one")));
  final Change two = sign(AUTHOR, common, Map.of(), write(OWNER, Value.of("two")));

  /// What others call the history that ends with a change in which it differs from the other one.
  static ReplicaId branch(Change change) {
    return Lineage.name(AUTHOR, change.hash());
  }

  /// A change after another one of its author, of one who had seen so far.
  static Change sign(
      ReplicaId author, Change before, Map<ReplicaId, Long> seen, Operation... operations) {
    var draft =
        new Draft(
            author,
            before == null ? 1 : before.seq() + 1,
            before == null ? 1 : before.last() + 1,
            before == null ? ChangeHash.NONE : before.hash(),
            Dependencies.of(seen, (_, _) -> ChangeHash.NONE),
            new HybridTimestamp(1_700_000_000_000L, 0),
            "",
            List.of(operations));
    return switch (ChangeCodec.sign(draft, WORKSPACE, CopiedMachine::signature)) {
      case Signing.Signed(var change) -> change;
      case Signing.TooLarge large -> throw new AssertionError(large.toString());
    };
  }

  static Operation write(Slot slot, Value value) {
    return new Operation.Write(slot, value, new TreeSet<>());
  }

  /// What somebody has who heard of both copies.
  public Workspace workspace() {
    var now = apply(apply(Workspace.EMPTY, AUTHOR, first), AUTHOR, common);
    for (var change : List.of(one, two)) {
      var branch = branch(change);
      now = apply(now.branch(AUTHOR, branch, common.last()), branch, change);
    }
    return now;
  }

  /// Its log.
  public EvidenceLog log() {
    var all =
        List.of(
            entry(AUTHOR, first),
            entry(AUTHOR, common),
            entry(branch(one), one),
            entry(branch(two), two));
    return new EvidenceLog(
        query ->
            new LogPage(
                all.stream()
                    .map(SignedChange::entry)
                    .filter(entry -> query.authors().contains(entry.author()))
                    .toList(),
                Optional.empty()),
        _ -> Map.of(),
        dots ->
            all.stream()
                .filter(one -> dots.stream().anyMatch(dot -> SignedFleet.isIn(one, dot)))
                .toList());
  }

  private SignedChange entry(ReplicaId lineage, Change change) {
    var past = VersionVector.EMPTY.with(lineage, change.last());
    return new SignedChange(
        new LogEntry(
            change.hash(),
            lineage,
            "laptop",
            change.seq(),
            change.first(),
            change.at(),
            change.message(),
            change.operations(),
            lineage.equals(AUTHOR) ? past : past.with(AUTHOR, common.last())),
        change);
  }

  private static Workspace apply(Workspace now, ReplicaId lineage, Change change) {
    return now.apply(lineage, change.first(), change.at(), change.operations());
  }

  private static byte[] signature(byte[] message) {
    var signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(SEED, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  private static DeviceKey key() {
    var key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(SEED, 0, key, 0);
    return DeviceKey.of(key);
  }
}
