package dev.flotilla.app.desktop.history;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flotilla.app.cli.print.LogLines.Format;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.app.desktop.history.Difference.Kind;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest {
  private static final EntityId CHECKOUT = EntityId.flag("checkout");

  private final SketchWorkspace sketch = new SketchWorkspace("Checkout");
  private final WorkspaceModel workspace = Sketches.model(sketch);

  @Test
  void changesStandByDayTheNewestFirst() {
    sketch.ago(Duration.ofDays(1)).edit(ANA, Edit.CreateFlag.bool("checkout"));
    sketch.ago(Duration.ofMinutes(5)).because("For Linz", BEN, owner("ben"));

    HistoryViewModel model = model();

    assertThat(lines(model))
        .startsWith(
            "Today", "For Linz", "Yesterday", "checkout created", "Tuesday, September 22, 2026");
    assertThat(model.selectedProperty().get().headline()).isEqualTo("For Linz");
  }

  @Test
  void aChangeSaysWhatWasThereBefore() {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    sketch.edit(ANA, owner("ana"));
    sketch.edit(BEN, owner("ben"), Edit.tag("checkout", "line-2"));

    assertThat(differences())
        .extracting(Difference::kind, Difference::what, Difference::before, Difference::after)
        .containsExactly(
            tuple(Kind.CHANGED, "Owner", "ana", "ben"), tuple(Kind.ADDED, "Tag", "", "line-2"));
  }

  @Test
  void creatingSaysSoAndConfirmingDoesNot() {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    assertThat(differences().getFirst().what()).isEqualTo("Created");
    sketch.edit(ANA, owner("ana"));
    assertThat(differences()).hasSize(1);
    sketch.edit(ANA, new Edit.DeleteEntity(CHECKOUT));
    assertThat(differences()).extracting(Difference::what).containsExactly("Deleted");
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    assertThat(differences().getFirst().what()).isEqualTo("Created");
  }

  @Test
  void rulesAndFoldersAreSaidInWords() {
    sketch.edit(
        ANA,
        Edit.CreateFlag.bool("checkout"),
        new Edit.CreateFolder("shop", "Shop", Optional.empty()));
    sketch.edit(
        ANA,
        Edit.putInto("checkout", Optional.of("shop")),
        new Edit.AddRule(
            "checkout",
            "production",
            new RuleDraft(Optional.of("{\"==\":[{\"var\":\"country\"},\"CH\"]}"), Value.of("on")),
            new Place.Last()));

    assertThat(differences())
        .extracting(Difference::what, Difference::after)
        .contains(
            tuple("Folder", "Shop"),
            tuple("Rule 1 in production added", ""),
            tuple("Condition of rule 1 in production", "country is CH"),
            tuple("Outcome of rule 1 in production", "on"));
  }

  @Test
  void theListIsNarrowedByTextMachineAndDay() {
    sketch.ago(Duration.ofDays(3)).because("For Graz", BEN, Edit.CreateFlag.bool("checkout"));
    sketch.ago(Duration.ofMinutes(5)).because("For Linz", ANA, owner("ana"));
    HistoryViewModel model = model();

    model.textProperty().set("graz");
    assertThat(changes(model)).containsExactly("For Graz");
    model.textProperty().set("");
    model.untilProperty().set(LocalDate.of(2026, 11, 20));
    assertThat(changes(model)).startsWith("For Graz");
    model.untilProperty().set(null);
    model
        .machineProperty()
        .set(
            model.machines().stream()
                .filter(one -> one.name().startsWith("Ben"))
                .findFirst()
                .orElseThrow());
    assertThat(changes(model)).startsWith("For Graz").doesNotContain("For Linz");
    assertThat(model.isFiltered()).isTrue();
  }

  @Test
  void newChangesComeOnTopWithoutTakingTheSelection() {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    HistoryViewModel model = model();
    HistoryRow.Entry selected = model.selectedProperty().get();

    sketch.because("News", BEN, owner("ben"));

    assertThat(changes(model)).startsWith("News", "checkout created");
    assertThat(model.selectedProperty().get()).isSameAs(selected);
  }

  @Test
  void pagesFollowUntilTheOldest() {
    for (int i = 0; i < HistoryViewModel.PAGE + 5; i++) {
      sketch.edit(ANA, Edit.CreateFlag.bool("flag" + i));
    }
    HistoryViewModel model = model();
    assertThat(changes(model)).hasSize(HistoryViewModel.PAGE);

    model.more();
    model.more();

    assertThat(changes(model))
        .hasSizeGreaterThan(HistoryViewModel.PAGE + 5)
        .doesNotHaveDuplicates();
  }

  @Test
  void aFieldIsPutBackAsANewChange() {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    sketch.edit(ANA, owner("ana"));
    sketch.edit(BEN, owner("ben"), Edit.tag("checkout", "line-2"));
    List<Difference> differences = differences();

    differences.forEach(difference -> PutBack.in(workspace, Sketches.TEXTS, difference));

    assertThat(sketch.workspace().flag("checkout").orElseThrow().owner()).isEqualTo("ana");
    assertThat(sketch.workspace().flag("checkout").orElseThrow().tags()).isEmpty();
    assertThat(sketch.messages()).contains("Owner of checkout put back");
  }

  @Test
  void restoringAFlagLeavesTheOthers() {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"), Edit.CreateFlag.bool("cart"));
    sketch.edit(ANA, owner("ana"));
    LogEntry then = model().selectedProperty().get().change();
    sketch.edit(BEN, new Edit.DeleteEntity(CHECKOUT), new Edit.DeleteEntity(EntityId.flag("cart")));

    RestoreViewModel restore =
        new RestoreViewModel(
            workspace, Sketches.TEXTS, Sketches.moments(), then, Optional.of(CHECKOUT));
    restore.prepare();
    assertThat(restore.groups()).extracting(Group::entity).containsExactly(Optional.of(CHECKOUT));
    restore.restore(() -> {});

    assertThat(sketch.workspace().flag("checkout").orElseThrow().owner()).isEqualTo("ana");
    assertThat(sketch.workspace().flag("cart")).isEmpty();
  }

  @Test
  void restoringTheWorkspaceFromThePastLeavesIt() {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    LogEntry then = model().selectedProperty().get().change();
    sketch.edit(BEN, Edit.CreateFlag.bool("cart"), owner("ben"));
    workspace.timeTravel().go(then);

    RestoreViewModel restore =
        new RestoreViewModel(workspace, Sketches.TEXTS, Sketches.moments(), then, Optional.empty());
    restore.prepare();
    assertThat(restore.summaryProperty().get()).isEqualTo("2 edits of 2 things");
    restore.restore(() -> {});

    assertThat(workspace.timeTravel().isPast()).isFalse();
    assertThat(workspace.workspace().flags()).hasSize(1);
    assertThat(workspace.workspace().flag("checkout").orElseThrow().owner()).isEmpty();
    workspace.undo();
    assertThat(workspace.workspace().flags()).hasSize(2);
  }

  @Test
  void whatOthersWroteSinceThePreviewIsShownBeforeItIsReplaced() {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    LogEntry then = model().selectedProperty().get().change();
    sketch.edit(ANA, Edit.CreateFlag.bool("cart"));
    RestoreViewModel restore =
        new RestoreViewModel(workspace, Sketches.TEXTS, Sketches.moments(), then, Optional.empty());
    restore.prepare();

    sketch.edit(BEN, new Edit.AddElement(EntityId.flag("cart"), "tags", "ben"));
    restore.restore(() -> {});

    assertThat(sketch.workspace().flag("cart")).isPresent();
    assertThat(restore.problemProperty().get()).contains("One thing was changed");
    restore.restore(() -> {});
    assertThat(sketch.workspace().flag("cart")).isEmpty();
  }

  @Test
  void whatIsLikeThatAlreadyNeedsNoRestoring() {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    LogEntry then = model().selectedProperty().get().change();

    RestoreViewModel restore =
        new RestoreViewModel(workspace, Sketches.TEXTS, Sketches.moments(), then, Optional.empty());
    restore.prepare();

    assertThat(restore.readyProperty().get()).isFalse();
    assertThat(restore.summaryProperty().get()).contains("nothing to restore");
  }

  @Test
  void theListIsWrittenAsLines(@TempDir Path folder) throws Exception {
    sketch.edit(ANA, Edit.CreateFlag.bool("checkout"));
    sketch.because("For Linz", ANA, owner("ana"));
    HistoryViewModel model = model();
    model.textProperty().set("linz");
    HistoryExportViewModel export =
        new HistoryExportViewModel(
            sketch.history(), model.query(1), workspace.ui(), Sketches.TEXTS);

    export.save(folder.resolve("all.jsonl"));
    export.formatProperty().set(Format.CSV);
    export.save(folder.resolve("all.csv"));

    assertThat(Files.readAllLines(folder.resolve("all.jsonl")))
        .singleElement()
        .asString()
        .contains("For Linz");
    assertThat(Files.readAllLines(folder.resolve("all.csv"))).hasSize(2);
    assertThat(export.doneProperty().get()).startsWith("1 change written to");
    assertThat(folder.toFile().list()).hasSize(2);
  }

  private HistoryViewModel model() {
    return new HistoryViewModel(workspace, Sketches.TEXTS, Sketches.moments());
  }

  /// Of the newest change.
  private List<Difference> differences() {
    return model().detailProperty().get().groups().stream()
        .flatMap(group -> group.differences().stream())
        .toList();
  }

  private static List<String> lines(HistoryViewModel model) {
    return model.rows().stream()
        .map(row ->
            switch (row) {
              case HistoryRow.Day(var name) -> name;
              case HistoryRow.Entry entry -> entry.headline();
            })
        .toList();
  }

  private static List<String> changes(HistoryViewModel model) {
    return model.rows().stream()
        .filter(HistoryRow.Entry.class::isInstance)
        .map(row -> ((HistoryRow.Entry) row).headline())
        .toList();
  }

  private static Edit owner(String owner) {
    return new Edit.SetField(CHECKOUT, FieldNames.OWNER, Value.of(owner));
  }
}
