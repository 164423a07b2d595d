package dev.flotilla.app.causality.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.Stability;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KnownFleetTest {
  private final RehearsalFleet morning = ApartTeam.morning();
  private final SketchWorkspace sketch = SketchWorkspace.of(morning);

  @Test
  void thisMachineComesFirstAndHasWhatItShows() {
    KnownMachine here = known().machines().getFirst();

    assertThat(here.isHere()).isTrue();
    assertThat(here.name()).isEqualTo("Ana’s laptop");
    assertThat(here.vector()).isEqualTo(sketch.workspace().vector());
    assertThat(known().machines()).hasSize(5);
    assertThat(known().machine(SketchWorkspace.BEN)).contains(known().machines().get(1));
  }

  @Test
  void whatIsKnownOfAMachineIsNeverMoreThanItHas() {
    for (KnownMachine machine : known().machines()) {
      VersionVector truth =
          morning.machines().stream()
              .filter(real -> real.key().deviceId().equals(machine.device()))
              .findFirst()
              .orElseThrow()
              .workspace()
              .vector();
      assertThat(truth.dominates(machine.vector())).isTrue();
    }
  }

  @Test
  void whoeverWroteHadWhatItHadSeenEvenIfItNeverConfirmedAnything() {
    CausalHistory history = CausalHistory.of(morning.log().stream().map(Event::of).toList());
    Stability nothing = new Stability(VersionVector.EMPTY, new TreeMap<>());

    KnownFleet silent =
        KnownFleet.of(sketch.workspace(), sketch.replica(), sketch.machine(), nothing, List.of());
    KnownFleet learned = silent.learning(history);

    assertThat(silent.machines().get(1).vector()).isEqualTo(VersionVector.EMPTY);
    assertThat(learned.machines().get(1).vector())
        .isEqualTo(history.event(history.size() - 2).past());
    assertThat(learned.machines().get(1).isHeard()).isFalse();
  }

  private KnownFleet known() {
    return KnownFleet.of(
        sketch.workspace(), sketch.replica(), sketch.machine(), sketch.stability(), sketch.peers());
  }
}
