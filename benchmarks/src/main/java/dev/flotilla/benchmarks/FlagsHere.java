package dev.flotilla.benchmarks;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.change.pack.ChangePacker;
import dev.flotilla.net.identity.DeviceIdentity;
import dev.flotilla.net.snapshot.Snapshot;
import dev.flotilla.net.snapshot.SnapshotCodec;
import dev.flotilla.net.wire.FrameCodec;
import dev.flotilla.net.wire.Message;
import dev.flotilla.testkit.workspace.ManyFlags;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Our side: changes with real signatures, in whole frames, to a peer that has everything before
/// them. One replica makes the flags, another one switches them.
final class FlagsHere implements ByteTable.Flags {
  private static final WorkspaceId WORKSPACE = WorkspaceId.of(new byte[WorkspaceId.BYTES]);
  private static final long START_MILLIS = 1_790_000_000_000L;
  private static final long PAUSE_MILLIS = 977;

  /// Of a hundred flags each: what fits into a frame.
  private static final int CHANGES_A_PACK = 10;

  private final DeviceIdentity device;
  private final ReplicaId maker = ReplicaId.random(new Random(1));
  private final ReplicaId switcher = ReplicaId.random(new Random(2));
  private final Map<ReplicaId, Change> newest = new HashMap<>();
  private final List<String> unpacked = new ArrayList<>();
  private final List<byte[]> log = new ArrayList<>();
  private Workspace workspace = Workspace.EMPTY;
  private long millis = START_MILLIS;

  FlagsHere() throws Exception {
    device = DeviceIdentity.loadOrCreate(Files.createTempDirectory("flotilla-bytes"));
    edit(maker, List.of(new Edit.CreateEnvironment(ManyFlags.ENVIRONMENT, 1)), Dependencies.NONE);
  }

  @Override
  public void create(List<ManyFlags.Made> made) {
    var edits = new ArrayList<Edit>();
    made.forEach(flag -> edits.addAll(ManyFlags.edits(flag)));
    edit(maker, edits, Dependencies.NONE);
  }

  @Override
  public int toggle(List<Integer> flags, boolean together) {
    if (!newest.containsKey(switcher)) {
      // Its first change names what it has seen; those that are measured have seen nothing new.
      var seen = newest(maker);
      var known = Dependencies.of(Map.of(maker, seen.last()), (_, _) -> seen.hash());
      edit(switcher, List.of(toggle(0)), known);
    }
    var before = heads();
    var toggles = flags.stream().map(this::toggle).toList();
    if (together) {
      var one = List.of(edit(switcher, toggles, Dependencies.NONE));
      return sent(flags.size() == 1 ? "one toggle" : "all as one change", one, before);
    }
    var changes =
        toggles.stream().map(toggle -> edit(switcher, List.of(toggle), Dependencies.NONE)).toList();
    return sent("each as a change", changes, before);
  }

  @Override
  public int state() {
    var bytes = SnapshotCodec.encode(new Snapshot(heads(), workspace)).orElseThrow();
    if (!SnapshotCodec.decode(bytes).workspace().equals(workspace)) {
      throw new IllegalStateException("the state did not come back");
    }
    return bytes.length;
  }

  private Edit toggle(int flag) {
    var state =
        new Slot.Field(EntityId.flag(ManyFlags.key(flag)), FieldNames.state(ManyFlags.ENVIRONMENT));
    return ManyFlags.toggle(flag, !workspace.value(state).equals(Value.Bool.TRUE));
  }

  /// What the same takes to a peer that unpacks nothing, and the log with every signature.
  String withoutPacking() {
    return "Without packing: %s. The whole log, signed: %s, packed %s."
        .formatted(
            String.join(", ", unpacked),
            ByteTable.number(log.stream().mapToInt(raw -> raw.length).sum()),
            ByteTable.number(packedLog()));
  }

  private int packedLog() {
    var bytes = 0;
    for (var from = 0; from < log.size(); from += CHANGES_A_PACK) {
      var run = log.subList(from, Math.min(from + CHANGES_A_PACK, log.size()));
      bytes += ChangePacker.pack(run, Heads.EMPTY).length;
    }
    return bytes;
  }

  private int sent(String name, List<Change> changes, Heads theirs) {
    var raw = changes.stream().map(Change::raw).toList();
    var whole = new Message.Changes(raw);
    unpacked.add(name + " " + ByteTable.number(FrameCodec.encode(whole).length));
    var packed = Octets.of(ChangePacker.pack(raw, theirs));
    return FrameCodec.encode(new Message.PackedChanges(whole.totalBytes(), packed)).length;
  }

  private Change edit(ReplicaId author, List<Edit> edits, Dependencies seen) {
    var next = NextDots.of(workspace, author);
    if (!(EditPlanner.plan(workspace, edits, next) instanceof Plan.Accepted(var operations))) {
      throw new IllegalStateException("refused");
    }
    millis += PAUSE_MILLIS;
    var at = new HybridTimestamp(millis, 0);
    var before = newest.get(author);
    var draft =
        new Draft(
            author,
            before == null ? 1 : before.seq() + 1,
            next.next(),
            before == null ? ChangeHash.NONE : before.hash(),
            seen,
            at,
            "",
            operations);
    if (!(ChangeCodec.sign(draft, WORKSPACE, device::sign) instanceof Signing.Signed(var change))) {
      throw new IllegalStateException("too large");
    }
    workspace = workspace.apply(author, next.next(), at, operations);
    newest.put(author, change);
    log.add(change.raw());
    return change;
  }

  private Change newest(ReplicaId author) {
    var change = newest.get(author);
    if (change == null) {
      throw new IllegalStateException("nothing of " + author);
    }
    return change;
  }

  private Heads heads() {
    var heads = new HashMap<ReplicaId, Head>();
    newest.forEach((author, change) -> heads.put(author, change.head()));
    return Heads.of(heads);
  }
}
