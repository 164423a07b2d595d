package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values show themselves in messages and logs, and compare where lists are sorted by them.
class ReadableValuesTest {
  private static final EntityId FLAG = EntityId.flag("checkout");

  @Test
  void slotsReadAsPaths() {
    assertThat(FLAG).hasToString("flag:checkout");
    assertThat(new Slot.Presence(FLAG)).hasToString("flag:checkout/*");
    assertThat(new Slot.Field(FLAG, "owner")).hasToString("flag:checkout/owner");
    assertThat(new Slot.Element(FLAG, "tags", "pay")).hasToString("flag:checkout/tags[pay]");
  }

  @Test
  void slotsAreSortedByEntityThenKindThenName() {
    var presence = new Slot.Presence(FLAG);
    var field = new Slot.Field(FLAG, "owner");
    var element = new Slot.Element(FLAG, "tags", "pay");

    assertThat(List.of(element, field, presence).stream().sorted())
        .containsExactly(presence, field, element);
    assertThat(presence).isEqualByComparingTo(new Slot.Presence(FLAG));
    assertThat(element).isLessThan(new Slot.Element(FLAG, "tags", "ui"));
  }

  @Test
  void valuesReadAsTheirContent() {
    assertThat(Value.of(true).display()).isEqualTo("true");
    assertThat(Value.Number.of(7).display()).isEqualTo("7");
    assertThat(Value.of("on").display()).isEqualTo("on");
    assertThat(new Value.Json("[1]").display()).isEqualTo("[1]");
    assertThat(Value.absent().display()).isEmpty();
    assertThat(List.of(Value.of(true), Value.of("on"), new Value.Json("[1]"), Value.absent()))
        .extracting(Value::noun)
        .containsExactly("true or false", "a text", "a JSON value", "nothing");
  }

  @Test
  void enumsReadAsTheirIds() {
    assertThat(FlagType.values()).allMatch(type -> type.toString().equals(type.id()));
    assertThat(FlagKind.values()).allMatch(kind -> kind.toString().equals(kind.id()));
  }

  @Test
  void idsAreSortedByTheirBytes() {
    var low = WorkspaceId.of(new byte[WorkspaceId.BYTES]);
    var high = WorkspaceId.of(Fleet.device(0), Octets.of(new byte[16]));

    assertThat(low).isLessThan(high).isEqualByComparingTo(WorkspaceId.of(low.bytes()));
    assertThat(high.bytes()).hasSize(WorkspaceId.BYTES);
    assertThat(Fleet.device(0).deviceId()).isNotEqualByComparingTo(Fleet.device(1).deviceId());
    assertThat(Fleet.device(0).toString()).hasSize(64).matches("[0-9a-f]+");
  }

  @Test
  void anEntityKnowsItsId() {
    var fleet = new Fleet(1);
    fleet.edit(0, new Edit.CreateTagSet("teams", "all of them"));

    assertThat(fleet.workspace(0).tagSets().getFirst().id()).isEqualTo(EntityId.tagSet("teams"));
    assertThat(fleet.workspace(0).environments().getFirst().id())
        .isEqualTo(EntityId.environment("development"));
    assertThat(fleet.workspace(0).environment("production")).isPresent();
    assertThat(fleet.workspace(0).environment("nowhere")).isEmpty();
    assertThat(fleet.workspace(0).tagSet("nothing")).isEmpty();
  }

  @Test
  void aWorkspaceTellsItsNameAndEqualOnesHash() {
    var workspace = new Fleet(2).workspace(1);

    assertThat(workspace.toString()).contains("Fleet");
    assertThat(workspace).hasSameHashCodeAs(new Fleet(2).workspace(0));
    assertThat(Workspace.EMPTY.toString()).contains("0 entities");
    assertThat(workspace.roster().toString()).contains("Roster");
  }

  @Test
  void anUnlikelyOperationIsRefused() {
    assertThatThrownBy(() -> new Operation.FoundWorkspace(Octets.of(new byte[3]), "Fleet"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3");
    assertThatThrownBy(() -> new Operation.Unknown(1, 0, Octets.of(new byte[1])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
