package dev.flotilla.app.desktop.causality.seen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.known.KnownFleet;
import dev.flotilla.app.causality.known.KnownMachine;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.crdt.Dot;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class SeenByTest {
  private final SketchWorkspace sketch = ApartTeam.typical();
  private final WorkspaceModel model = Sketches.model(sketch);
  private final FleetModel fleets =
      new FleetModel(model, new SimpleObjectProperty<>(CausalHistory.EMPTY));

  @Test
  void whatAMachineHadSeenWhenItWroteLastIsKnownToBeThere() {
    SeenBy seen = seen(sketch.history().page(LogQuery.newest(100)).entries().getLast());

    assertThat(seen.isEverywhere()).isTrue();
    assertThat(seen.sentence()).isEqualTo("All 5 machines have it.");
  }

  @Test
  void whoIsAwayAndNotKnownToHaveItIsNamed() {
    SeenBy seen = seen(sketch.history().page(LogQuery.newest(1)).entries().getFirst());

    assertThat(seen.lacking()).extracting(KnownMachine::name).containsExactly("Studio Mac");
    assertThat(seen.sentence())
        .isEqualTo("4 of 5 machines have it. Not yet: Studio Mac (last heard 41 min ago).");
  }

  @Test
  void whoIsAloneNeedsNobody() {
    SketchWorkspace alone = SketchWorkspace.alone("Checkout");
    FleetModel one =
        new FleetModel(Sketches.model(alone), new SimpleObjectProperty<>(CausalHistory.EMPTY));
    Dot first = new Dot(SketchWorkspace.ANA, 1);

    assertThat(SeenBy.of(one.fleetProperty().get(), first, Sketches.TEXTS, Sketches.moments()))
        .extracting(SeenBy::sentence)
        .isEqualTo("No other machine is in this workspace.");
  }

  @Test
  void whileNothingIsKnownNothingIsSaid() {
    Dot first = new Dot(SketchWorkspace.ANA, 1);

    assertThat(SeenBy.of(KnownFleet.EMPTY, first, Sketches.TEXTS, Sketches.moments()).sentence())
        .isEmpty();
  }

  private SeenBy seen(LogEntry change) {
    Dot dot = new Dot(change.author(), change.first());
    return SeenBy.of(fleets.fleetProperty().get(), dot, Sketches.TEXTS, Sketches.moments());
  }
}
