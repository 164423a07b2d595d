package dev.flotilla.app.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RehearsalFleetTest {
  private final RehearsalFleet fleet =
      RehearsalFleet.founded(
          "Practice",
          List.of(
              RehearsalMachine.named("Ana", new ReplicaId(1, 1), 1),
              RehearsalMachine.named("Ben", new ReplicaId(2, 1), 2)),
          Instant.parse("2026-11-21T09:00:00Z"));

  @Test
  void editsWithinAPartArriveAtOnce() {
    assertThat(fleet.edit(0, "", Edit.CreateFlag.bool("beta"))).isEmpty();

    assertThat(fleet.machines().get(1).workspace().flag("beta")).isPresent();
  }

  @Test
  void editsOfTwoPartsAreConcurrentAndMeetWhenTheNetworkIsMended() {
    fleet.edit(0, "", Edit.CreateFlag.bool("beta"));
    fleet.cut(1, 1);
    fleet.edit(0, "", describe("from Ana"));
    fleet.edit(1, "", describe("from Ben"));

    assertThat(fleet.machines().get(1).workspace().conflicts()).isEmpty();
    fleet.heal();

    assertThat(fleet.machines().get(0).workspace().conflicts()).hasSize(1);
    assertThat(fleet.machines().get(0).workspace().digest())
        .isEqualTo(fleet.machines().get(1).workspace().digest());
    CausalHistory history = CausalHistory.of(fleet.log().stream().map(Event::of).toList());
    assertThat(history.areConcurrent(history.size() - 2, history.size() - 1)).isTrue();
  }

  @Test
  void machinesThatMeetInAnotherPartTellEachOtherWhatTheyHave() {
    fleet.cut(1, 1);
    fleet.edit(1, "", Edit.CreateFlag.bool("beta"));
    fleet.cut(1, 0);

    fleet.edit(1, "", describe("from Ben"));

    assertThat(fleet.machines().getFirst().workspace().flag("beta").orElseThrow().description())
        .isEqualTo("from Ben");
  }

  private static Edit describe(String text) {
    return new Edit.SetField(
        EntityId.flag("beta"), FieldNames.DESCRIPTION, Value.of(text), Optional.empty());
  }
}
