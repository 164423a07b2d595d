package dev.flotilla.app.desktop.causality.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import org.junit.jupiter.api.Test;

class JournalViewModelTest {
  @Test
  void tellsWhatEachMachineDidAndWhyNobodyHadToDecide() {
    try (JournalViewModel journal = of(ApartTeam.typical())) {
      JournalLine limit =
          journal.lines().stream()
              .filter(line -> line.name().equals("payment.retry-limit"))
              .findFirst()
              .orElseThrow();

      assertThat(limit.why())
          .isEqualTo("Each changed something else. The set took what each added or removed.");
      assertThat(limit.disputed())
          .isEqualTo("One more thing was written differently: that was a conflict.");
      assertThat(limit.sides())
          .extracting(JournalLine.Side::who)
          .containsExactlyInAnyOrder("You", "Build server", "Packing line 2");
      assertThat(limit.sides())
          .filteredOn(side -> side.who().equals("You"))
          .singleElement()
          .satisfies(side ->
              assertThat(side.differences())
                  .singleElement()
                  .satisfies(tag -> assertThat(tag.after()).isEqualTo("payments")));
      assertThat(journal.moreProperty().get()).isFalse();
      assertThat(journal.readingProperty().get()).isFalse();
    }
  }

  @Test
  void isFoundAgainWhenChangesArrive() {
    SketchWorkspace sketch = new SketchWorkspace("Team");
    sketch.edit(SketchWorkspace.ANA, Edit.CreateFlag.bool("a"));
    var apart = sketch.workspace();
    try (JournalViewModel journal = of(sketch)) {
      assertThat(journal.lines()).isEmpty();

      sketch.edit(SketchWorkspace.ANA, Edit.tag("a", "ui"));
      sketch.editFrom(apart, SketchWorkspace.BEN, Edit.tag("a", "pay"));

      assertThat(journal.lines()).extracting(JournalLine::name).containsExactly("a");
    }
  }

  @Test
  void looksFurtherBackWhenAsked() {
    try (JournalViewModel journal = of(ApartTeam.crowded(JournalViewModel.STEP + 800))) {
      assertThat(journal.moreProperty().get()).isTrue();
      String looked = journal.lookedProperty().get();

      journal.older();

      assertThat(journal.moreProperty().get()).isFalse();
      assertThat(journal.lookedProperty().get()).isNotEqualTo(looked);
      assertThat(journal.lines()).hasSizeLessThanOrEqualTo(JournalViewModel.LINES);
    }
  }

  private static JournalViewModel of(SketchWorkspace sketch) {
    return new JournalViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());
  }
}
