package dev.flotilla.app.causality.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private static final int ANA = 0;
  private static final int BEN = 1;
  private static final EntityId BETA = EntityId.flag("beta");

  private final RehearsalFleet fleet =
      RehearsalFleet.founded(
          "Practice",
          List.of(
              RehearsalMachine.named("Ana", new ReplicaId(1, 1), 1),
              RehearsalMachine.named("Ben", new ReplicaId(2, 1), 2)),
          Instant.parse("2026-11-21T09:00:00Z"));

  @BeforeEach
  void partWithOneFlagThatIsOn() {
    edit(ANA, new Edit.CreateEnvironment("production", 1), Edit.CreateFlag.bool("beta"));
    edit(
        ANA,
        set(FieldNames.state("production"), Value.of(true)),
        set(FieldNames.defaultVariant("production"), Value.of("off")));
    fleet.cut(1, BEN);
  }

  @Test
  void eachGetsWhatItLacks() {
    edit(ANA, set(FieldNames.OWNER, Value.of("ana")));
    edit(BEN, Edit.tag("beta", "ui"));

    Preview preview = preview();

    assertThat(preview.one().gets()).containsExactly(Edit.tag("beta", "ui"));
    assertThat(preview.other().gets())
        .singleElement()
        .isInstanceOfSatisfying(
            Edit.SetField.class, edit -> assertThat(edit.field()).isEqualTo(FieldNames.OWNER));
    assertThat(preview.arising()).isEmpty();
    assertThat(preview.one().served()).isEmpty();
  }

  @Test
  void conflictsThatAriseAreToldAndThoseThatThereWereAreNot() {
    edit(ANA, set(FieldNames.DESCRIPTION, Value.of("one")));
    edit(BEN, set(FieldNames.DESCRIPTION, Value.of("two")));
    assertThat(preview().arising()).singleElement().isInstanceOf(Conflict.WriteWrite.class);

    fleet.heal();
    fleet.cut(1, BEN);
    edit(BEN, Edit.tag("beta", "ui"));

    assertThat(preview().arising()).isEmpty();
  }

  @Test
  void whatApplicationsGetIsToldForEachSide() {
    edit(BEN, set(FieldNames.defaultVariant("production"), Value.of("on")));

    Preview preview = preview();

    assertThat(preview.other().isUntouched()).isTrue();
    assertThat(preview.one().served())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.environment()).isEqualTo("production");
          assertThat(change.before().value()).contains(Value.of(false));
          assertThat(change.after().value()).contains(Value.of(true));
        });
  }

  @Test
  void aFlagThatIsOffBeforeAndAfterChangesNothingForApplications() {
    edit(BEN, Edit.CreateFlag.bool("gamma"));

    assertThat(preview().one().gets()).isNotEmpty();
    assertThat(preview().one().served()).isEmpty();
  }

  private Preview preview() {
    Workspace one = fleet.machines().get(ANA).workspace();
    Workspace other = fleet.machines().get(BEN).workspace();
    var both = one.vector().join(other.vector());
    Workspace merged = Workspace.EMPTY;
    for (var change : fleet.log()) {
      if (change.first() <= both.get(change.author())) {
        merged = merged.apply(change.author(), change.first(), change.at(), change.operations());
      }
    }
    return Preview.of(one, other, merged);
  }

  private void edit(int machine, Edit... edits) {
    assertThat(fleet.edit(machine, "", edits)).isEmpty();
  }

  private static Edit set(String field, Value value) {
    return new Edit.SetField(BETA, field, value, Optional.empty());
  }
}
