package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/// One person at one replica, with the environments `development` and `production`.
final class Desk {
  static final ReplicaId REPLICA = new ReplicaId(1, 2);

  private Workspace workspace = Workspace.EMPTY;
  private long time = 1;

  Desk() {
    apply(
        List.of(
            new Operation.OpenReplica(device(1), "desk"),
            new Operation.FoundWorkspace(Octets.of(new byte[16]), "Shop")));
    edit(new Edit.CreateEnvironment("production", 2), new Edit.CreateEnvironment("development", 1));
  }

  static DeviceKey device(int n) {
    byte[] key = new byte[DeviceKey.BYTES];
    Arrays.fill(key, (byte) n);
    return DeviceKey.of(key);
  }

  /// A flag of numbers, on in production.
  static Edit.CreateFlag numberFlag(String key) {
    return new Edit.CreateFlag(
            key,
            FlagType.NUMBER,
            new TreeMap<>(Map.of("few", Value.Number.of(1), "many", Value.Number.of(100))),
            "",
            new TreeMap<>())
        .withSettings(Map.of("production", FlagSetting.of(true, "few")));
  }

  static Edit set(EntityId entity, String field, Value value) {
    return new Edit.SetField(entity, field, value);
  }

  Workspace now() {
    return workspace;
  }

  Flag flag(String key) {
    return workspace.flag(key).orElseThrow();
  }

  Plan plan(Edit... edits) {
    return EditPlanner.plan(workspace, List.of(edits), NextDots.of(workspace, REPLICA));
  }

  List<Operation> edit(Edit... edits) {
    var plan = plan(edits);
    assertThat(plan).isInstanceOf(Plan.Accepted.class);
    var operations = ((Plan.Accepted) plan).operations();
    apply(operations);
    return operations;
  }

  void apply(List<Operation> operations) {
    apply(REPLICA, operations);
  }

  void apply(ReplicaId author, List<Operation> operations) {
    long first = workspace.vector().get(author) + 1;
    workspace = workspace.apply(author, first, new HybridTimestamp(time++, 0), operations);
  }

  /// Somebody else writes without having seen anything.
  void applyUnseen(Slot slot, Value value) {
    apply(new ReplicaId(9, 9), List.of(new Operation.Write(slot, value, new TreeSet<>())));
  }

  /// The edits are refused like this, and nothing is done.
  void refuses(Refusal.Reason reason, String message, Edit... edits) {
    assertThat(plan(edits)).isEqualTo(new Plan.Refused(new Refusal(reason, message)));
  }

  List<Edit> many(int count, IntFunction<Edit> edit) {
    var edits = new ArrayList<Edit>();
    for (int i = 0; i < count; i++) {
      edits.add(edit.apply(i));
    }
    return edits;
  }
}
