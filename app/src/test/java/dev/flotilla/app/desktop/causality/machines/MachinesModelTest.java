package dev.flotilla.app.desktop.causality.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.causality.machines.Grid.Cell;
import dev.flotilla.app.desktop.causality.machines.Grid.Row;
import dev.flotilla.app.desktop.causality.machines.Grid.Target;
import dev.flotilla.app.desktop.causality.machines.Grid.Tone;
import dev.flotilla.app.desktop.causality.machines.MachinesModel.Known;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachinesModelTest {
  @Test
  void aMachineThatIsAwayIsToldWithWhatItLacksOfEach() {
    Known known = known(ApartTeam.typical());
    Row studio = known.machines().rows().get(1);

    assertThat(known.machines().columns())
        .containsExactly(
            "Ana’s laptop", "Studio Mac", "Ben’s desktop", "Build server", "Packing line 2");
    assertThat(studio.isFaint()).isTrue();
    assertThat(studio.note()).isEqualTo("13 changes behind, last heard 41 min ago");
    assertThat(studio.cells())
        .extracting(Cell::text)
        .containsExactly("4 of 8", "3", "3 of 6", "2 of 4", "1 of 5");
    assertThat(studio.cells().getFirst().sentence())
        .isEqualTo(
            "Studio Mac is known to have 4 of the 8 changes of Ana’s laptop: 4 behind (last heard"
                + " 41 min ago).");
    assertThat(known.summary())
        .isEqualTo(
            "4 of 5 machines have everything. Studio Mac is furthest behind: 13 changes, last heard"
                + " 41 min ago.");
  }

  @Test
  void aClockThatIsWrongIsTold() {
    assertThat(known(ApartTeam.typical()).machines().rows())
        .extracting(Row::note)
        .filteredOn(note -> note.contains("clock"))
        .containsExactly("has everything, linked, clock +26 min");
  }

  @Test
  void whatStabilityHoldsIsCountedInChanges() {
    Known known = known(ApartTeam.typical());

    assertThat(known.stability()).isEqualTo("13 of 26 changes are on every machine");
    assertThat(known.stable()).isEqualTo(13);
  }

  @Test
  void flagsThatDifferComeWithTheMostFirstAndLeadToTheirDiagram() {
    Grid flags = known(ApartTeam.typical()).flags();
    Cell studio = flags.rows().getFirst().cells().get(1);

    assertThat(flags.rows())
        .extracting(Row::name)
        .containsExactly(
            "payment.retry-limit", "checkout-redesign", "line-2.scanner", "search.ranking");
    assertThat(studio.sentence())
        .isEqualTo(
            "Studio Mac is not known to have 6 changes of payment.retry-limit. It lacks #5 of Ana’s"
                + " laptop and what came after.");
    assertThat(studio.tone()).isEqualTo(Tone.FARTHEST_BEHIND);
    assertThat(studio.target()).isEqualTo(new Target.Thing(EntityId.flag("payment.retry-limit")));
  }

  @Test
  void whoHasWhatIsNotHereIsAhead() {
    SketchWorkspace sketch = new SketchWorkspace("Checkout");
    VersionVector more = sketch.workspace().vector().with(SketchWorkspace.BEN, 9);
    sketch.peers(peer(sketch, more));

    Known known = known(sketch);

    assertThat(known.machines().rows())
        .extracting(row -> row.name() + " " + row.tone())
        .containsExactly("Ana’s laptop LEVEL", "Build server BEHIND", "Ben’s desktop AHEAD");
    assertThat(known.machines().rows().getLast().cells())
        .extracting(Cell::tone)
        .contains(Tone.AHEAD);
  }

  @Test
  void aMachineThatIsAloneHasNothingToCompare() {
    assertThat(known(SketchWorkspace.alone("Checkout")).isAlone()).isTrue();
    assertThat(known(ApartTeam.typical()).isAlone()).isFalse();
  }

  @Test
  void whatIsEditedIsMissingElsewhereAtOnce() {
    SketchWorkspace sketch = ApartTeam.typical();
    CausalityModel causality = new CausalityModel(Sketches.model(sketch), Sketches.TEXTS);
    try (MachinesModel model = new MachinesModel(causality, Sketches.TEXTS, Sketches.moments())) {
      sketch.edit(SketchWorkspace.ANA, Edit.CreateFlag.bool("new-one"));

      assertThat(model.knownProperty().get().flags().rows())
          .extracting(Row::name)
          .contains("new-one");
    }
  }

  private static PeerStatus peer(SketchWorkspace sketch, VersionVector vector) {
    return new PeerStatus(
        Optional.of(sketch.device(SketchWorkspace.BEN)),
        "Ben’s desktop",
        "",
        PeerState.SYNCING,
        vector,
        Optional.of(SketchWorkspace.NOW),
        Optional.empty());
  }

  private static Known known(SketchWorkspace sketch) {
    CausalityModel causality = new CausalityModel(Sketches.model(sketch), Sketches.TEXTS);
    try (MachinesModel model = new MachinesModel(causality, Sketches.TEXTS, Sketches.moments())) {
      return model.knownProperty().get();
    }
  }
}
