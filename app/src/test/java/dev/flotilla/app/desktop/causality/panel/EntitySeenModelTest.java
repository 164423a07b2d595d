package dev.flotilla.app.desktop.causality.panel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.panel.EntitySeenModel.Shown;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntitySeenModelTest {
  private final SketchWorkspace sketch = ApartTeam.typical();
  private final CausalityModel causality =
      new CausalityModel(Sketches.model(sketch), Sketches.TEXTS);

  @Test
  void onlyTheChangesOfTheFlagAreToldAndHowManyAreConcurrent() {
    try (EntitySeenModel model = of("payment.retry-limit")) {
      Shown shown = model.shownProperty().get();

      assertThat(shown.title()).isEqualTo("9 changes by 4 machines");
      assertThat(shown.summary())
          .isEqualTo("5 of them are concurrent with another: neither had seen the other.");
      assertThat(shown.hasConcurrent()).isTrue();
    }
  }

  @Test
  void whatIsLookedAtStaysSoWhenOthersCome() {
    try (EntitySeenModel model = of("line-2.scanner")) {
      var first = model.looking().selected().get();
      sketch.edit(SketchWorkspace.ANA, Edit.tag("line-2.scanner", "new"));

      assertThat(first).isNotNull();
      assertThat(model.looking().selected().get()).isEqualTo(first);
      assertThat(model.shownProperty().get().title()).isEqualTo("3 changes by 2 machines");
      assertThat(model.shownProperty().get().first()).isNotEqualTo(first);
    }
  }

  @Test
  void theNewestThatIsConcurrentIsLookedAtFirst() {
    try (EntitySeenModel model = of("payment.retry-limit")) {
      var first = model.looking().selected().get();

      assertThat(causality.historyProperty().get().events())
          .filteredOn(event -> event.ref().equals(first))
          .extracting(event -> event.machine() + " #" + event.number())
          .containsExactly("Build server #3");
    }
  }

  @Test
  void machinesThatDidNotTouchTheFlagHaveNoLane() {
    try (EntitySeenModel model = of("mobile.biometric-login")) {
      SpaceTime diagram = model.shownProperty().get().diagram();

      assertThat(diagram.lanes()).extracting(Lane::machine).containsExactly("Studio Mac");
    }
  }

  /// Each of a flag's changes was compared with each: seconds for thousands of them.
  @Test
  void whoIsConcurrentIsFoundAsIfEachWereComparedWithEach() {
    CausalHistory history = CausalHistory.of(MadeHistories.of(5, 6, 400, 0.3));
    List<Integer> own =
        IntStream.range(0, history.size()).filter(index -> index % 7 < 2).boxed().toList();

    assertThat(EntitySeenModel.concurrent(history, own))
        .containsExactlyElementsOf(
            own.stream()
                .filter(one -> own.stream().anyMatch(two -> history.areConcurrent(one, two)))
                .toList());
  }

  @Test
  void aRunOfTheFlagCanBeOpenedAndClosed() {
    try (EntitySeenModel model = of("payment.retry-limit")) {
      SpaceTime before = model.shownProperty().get().diagram();
      Mark run = before.marks().stream().filter(Mark::isRun).findFirst().orElseThrow();

      model.open(run);
      SpaceTime open = model.shownProperty().get().diagram();
      assertThat(open.marks()).hasSize(before.marks().size() + run.count() - 1);
      assertThat(model.isOpened(open.history().event(run.first()).ref())).isTrue();

      model.closeRuns();
      assertThat(model.shownProperty().get().diagram().marks()).isEqualTo(before.marks());
    }
  }

  private EntitySeenModel of(String flag) {
    return new EntitySeenModel(causality, Sketches.TEXTS, EntityId.flag(flag));
  }
}
