package dev.flotilla.openfeature.flagd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Operation;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.ReadResult.Read;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// A workspace that one replica edits, for tests. Every change it makes is within the limits.
final class Workbench {
  private static final ReplicaId AUTHOR = new ReplicaId(1, 2);

  private Workspace workspace = Workspace.EMPTY;
  private int changes;

  /// A workspace with these environments.
  static Workbench with(String... environments) {
    var bench = new Workbench();
    for (int order = 0; order < environments.length; order++) {
      bench.edit(new Edit.CreateEnvironment(environments[order], order));
    }
    return bench;
  }

  Workspace workspace() {
    return workspace;
  }

  /// Makes one change.
  Workbench edit(Edit... edits) {
    return edit(Arrays.asList(edits));
  }

  Workbench edit(List<Edit> edits) {
    var next = NextDots.of(workspace, AUTHOR);
    var plan = EditPlanner.plan(workspace, edits, next);
    assertThat(plan).isInstanceOf(Plan.Accepted.class);
    var operations = ((Plan.Accepted) plan).operations();
    assertThat(operations).hasSizeLessThanOrEqualTo(ModelLimits.OPERATIONS_MAX);
    assertThat(OperationCodec.size(AUTHOR, operations))
        .isLessThanOrEqualTo(ModelLimits.OPERATIONS_BYTES_MAX);
    return apply(next, operations);
  }

  Workbench set(String flag, String field, Value value) {
    return edit(new Edit.SetField(EntityId.flag(flag), field, value));
  }

  /// Writes past all checks, as a merge can.
  Workbench write(EntityId entity, String field, Value value) {
    var slot = new Slot.Field(entity, field);
    var write =
        new Operation.Write(
            slot, value, new TreeSet<>(workspace.register(slot).siblings().keySet()));
    return apply(NextDots.of(workspace, AUTHOR), List.of(write));
  }

  private Workbench apply(NextDots next, List<Operation> operations) {
    var at = new HybridTimestamp(1_000L + changes, 0);
    workspace = workspace.apply(AUTHOR, next.next(), at, operations);
    changes++;
    return this;
  }

  /// What importing this document would do.
  ImportPlan plan(String document, String... environments) {
    var result = FlagdReader.read(document);
    assertThat(result).isInstanceOf(Read.class);
    return FlagdImport.plan(workspace, ((Read) result).document(), List.of(environments));
  }

  /// Imports this document.
  Workbench take(String document, String... environments) {
    plan(document, environments).batches().forEach(this::edit);
    return this;
  }

  /// The edit without the writes that it answers.
  static Edit unseen(Edit edit) {
    return edit instanceof Edit.SetField(var entity, var field, var value, _)
        ? new Edit.SetField(entity, field, value)
        : edit;
  }

  int changes() {
    return changes;
  }
}
