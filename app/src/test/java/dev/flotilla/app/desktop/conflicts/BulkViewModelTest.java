package dev.flotilla.app.desktop.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkViewModelTest {
  private final SketchWorkspace sketch = InConflict.typical();
  private final WorkspaceModel workspace = Sketches.model(sketch);
  private final ConflictsViewModel conflicts =
      new ConflictsViewModel(workspace, Sketches.TEXTS, Sketches.moments());
  private final BulkViewModel bulk =
      new BulkViewModel(workspace, Sketches.TEXTS, List.copyOf(conflicts.conflicts()));

  @Test
  void theRuleSaysOfEachConflictWhatWillBe() {
    bulk.ruleProperty().set(new BulkRule.By(SketchWorkspace.ANA));

    assertThat(bulk.lines()).hasSize(6);
    assertThat(bulk.lines())
        .allSatisfy(line -> assertThat(line.side().orElseThrow().who()).isEqualTo("You"));
    assertThat(bulk.countProperty().getValue()).isEqualTo(6);
  }

  @Test
  void whatTheRuleSaysNothingAboutStaysOpen() {
    bulk.ruleProperty().set(new BulkRule.By(SketchWorkspace.CHEN));
    assertThat(bulk.countProperty().getValue()).isEqualTo(2);

    bulk.decide(_ -> {});

    assertThat(sketch.workspace().conflicts()).hasSize(4);
  }

  @Test
  void theNewestWinsByTheAuthorsClocks() {
    bulk.ruleProperty().set(new BulkRule.Newest());

    bulk.decide(_ -> {});

    assertThat(sketch.workspace().conflicts()).isEmpty();
    assertThat(sketch.workspace().flag("checkout-redesign").orElseThrow().description())
        .endsWith("after the audit");
    assertThat(sketch.workspace().flag("checkout-redesign").orElseThrow().tags())
        .doesNotContain("beta");
  }

  @Test
  void nothingIsDeletedSaysNothingAboutValues() {
    bulk.ruleProperty().set(new BulkRule.Keep());
    assertThat(bulk.countProperty().getValue()).isEqualTo(3);

    bulk.decide(_ -> {});

    assertThat(sketch.workspace().flag("newsletter-banner")).isPresent();
    assertThat(sketch.workspace().flag("checkout-redesign").orElseThrow().tags())
        .contains("beta", "mobile");
  }

  @Test
  void allOfItIsOneChangeAndTakenBackAtOnce() {
    int changes = sketch.messages().size();
    bulk.decide(_ -> {});
    assertThat(sketch.messages()).hasSize(changes + 1);
    assertThat(workspace.doneProperty().get())
        .isEqualTo("6 conflicts decided: What applications read now");

    workspace.undo();

    assertThat(sketch.workspace().conflicts()).hasSize(6);
  }

  @Test
  void aConflictWithoutATickStaysOpen() {
    bulk.lines().getFirst().chosen().set(false);
    assertThat(bulk.countProperty().getValue()).isEqualTo(5);

    bulk.decide(_ -> {});

    assertThat(sketch.workspace().conflicts()).hasSize(1);
  }
}
