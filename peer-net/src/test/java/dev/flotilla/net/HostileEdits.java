package dev.flotilla.net;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Restoring;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Everything that a program shows of a workspace, asked for: nothing that a member may write makes
/// any of it fail.
final class HostileEdits {
  private static final HybridTimestamp AT = new HybridTimestamp(1_700_000_000_000L, 0);
  private static final int PACKED_BYTES_MAX = 4_096;

  private HostileEdits() {}

  /// What a workspace shows after these operations.
  static String shown(ReplicaId author, List<Operation> operations) {
    var state = Workspace.EMPTY.apply(author, 1, AT, seen(author, operations));
    var kept = new Restoring();
    state.forEachEntity(id ->
        state
            .packed(id, PACKED_BYTES_MAX)
            .ifPresentOrElse(
                packed -> kept.add(id, packed.clone()),
                () -> {
                  state.forEachEntry(
                      id,
                      (slot, dot, stamped) -> kept.add(new Workspace.Entry(slot, dot, stamped)));
                  state.positions(id).forEach(kept::add);
                }));
    state.forEachTrace(trace -> {
      if (trace.slot().entity().kind().equals(EntityId.FOLDER)) {
        kept.add(trace);
      }
    });
    var restored = kept.workspace(state.vector(), state.roster());
    if (!restored.stateDigest().root().equals(state.stateDigest().root())) {
      throw new AssertionError("kept as something else: " + operations);
    }
    return shown(state);
  }

  static String shown(Workspace state) {
    var flags = state.flags();
    flags.forEach(HostileEdits::read);
    var conflicts = state.conflicts().size();
    var others =
        state.tagSets().size()
            + state.environments().size()
            + state.folders().size()
            + state.members().size();
    state.stateDigest();
    state.disposable(state.vector());
    return "%d flags, %d others, %d conflicts".formatted(flags.size(), others, conflicts);
  }

  private static void read(Flag flag) {
    flag.environments().values().forEach(FlagSetting::effectiveTargeting);
  }

  /// What the rules of a log let in: nobody supersedes what it cannot have seen.
  private static List<Operation> seen(ReplicaId author, List<Operation> operations) {
    var seen = new ArrayList<Operation>();
    for (var operation : operations) {
      var before = seen.size();
      if (operation instanceof Operation.Write(var slot, var value, var supersedes)) {
        var dots = new TreeSet<Dot>();
        for (var dot : supersedes) {
          if (dot.replica().equals(author) && dot.counter() <= before) {
            dots.add(dot);
          }
        }
        seen.add(new Operation.Write(slot, value, dots));
      } else {
        seen.add(operation);
      }
    }
    return seen;
  }
}
