package dev.flotilla.app.desktop.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.transfer.ImportViewModel.Phase;
import dev.flotilla.app.exchange.CsvWriting;
import dev.flotilla.app.exchange.WorkspaceText;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.FlagdFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A colleague writes while somebody looks at the preview of an import.
class ImportViewModelTest {
  private static final EntityId LIGHTS = EntityId.flag("lights");

  @TempDir private Path folder;
  private final SketchWorkspace sketch = new SketchWorkspace("Harbour");
  private final WorkspaceModel model = Sketches.model(sketch);
  private final Queue<Runnable> between = new ArrayDeque<>();
  private final ImportViewModel importing =
      new ImportViewModel(
          model,
          Sketches.TEXTS,
          task -> {
            if (!between.isEmpty()) {
              between.remove().run();
            }
            task.run();
          });

  @BeforeEach
  void createFlags() {
    sketch.edit(
        SketchWorkspace.ANA,
        Edit.CreateFlag.bool("lights"),
        Edit.CreateFlag.bool("doors"),
        owner("lights", "ana"),
        owner("doors", "ana"));
  }

  @Test
  void whatAColleagueWroteMeanwhileIsShownAndHasToBeChosenAgain() throws IOException {
    for (String name : List.of("flags.csv", "flags.json", "workspace.json")) {
      importing.open(file(name));
      assertThat(keys(importing.shown())).as(name).containsExactlyInAnyOrder("doors", "lights");

      sketch.edit(SketchWorkspace.BEN, owner("lights", "ben"));
      importing.start();

      assertThat(importing.phaseProperty().get()).isEqualTo(Phase.CHOOSING);
      assertThat(importing.newsProperty().get()).contains("One of them", "lights");
      assertThat(owner("lights")).isEqualTo("ben");
      assertThat(owner("doors")).as("nothing is imported yet").isEqualTo("ana");
      ImportRow news =
          importing.rows().stream().filter(ImportRow::isNews).findFirst().orElseThrow();
      assertThat(news.item().fields().getFirst().here()).isEqualTo("ben");

      importing.start();

      assertThat(importing.phaseProperty().get()).isEqualTo(Phase.DONE);
      assertThat(owner("lights")).isEqualTo("ben");
      assertThat(owner("doors")).isEqualTo("file");
      sketch.edit(SketchWorkspace.ANA, owner("lights", "ana"), owner("doors", "ana"));
    }
  }

  @Test
  void whatAColleagueWritesWhileTheImportBeginsIsAConflict() throws IOException {
    for (String name : List.of("flags.csv", "flags.json", "workspace.json")) {
      importing.open(file(name));

      between.add(() -> sketch.edit(SketchWorkspace.BEN, owner("lights", "ben")));
      importing.start();

      assertThat(importing.phaseProperty().get()).as(name).isEqualTo(Phase.DONE);
      assertThat(sketch.workspace().conflicts(LIGHTS)).as(name).hasSize(1);
      sketch.edit(SketchWorkspace.ANA, owner("lights", "ana"), owner("doors", "ana"));
    }
  }

  @Test
  void aFileThatComesBackReplacesNothingUnseenEither() throws IOException {
    var written =
        FlagdFile.write(
            sketch.workspace(), "production", Set.of(), Optional.empty(), _ -> Optional.empty());
    sketch.keepExport(written.id(), written.base());
    Path file = folder.resolve("back.json");
    importing.open(Files.writeString(file, written.text().replace(": \"ana\"", ": \"file\"")));
    assertThat(importing.howProperty().get()).contains("production");
    importing.rows().getFirst().chosenProperty().set(false);
    String kept = importing.rows().getFirst().item().key();
    String other = importing.rows().getLast().item().key();

    sketch.edit(SketchWorkspace.BEN, owner(other, "ben"));
    importing.start();

    assertThat(owner(other)).isEqualTo("ben");
    assertThat(importing.rows())
        .filteredOn(ImportRow::does)
        .as("what was not chosen stays so, and the conflict waits")
        .isEmpty();
    assertThat(keys(importing.rows())).contains(kept, other);
  }

  @Test
  void somethingElseThatChangesMeanwhileIsNoReasonToAsk() throws IOException {
    importing.open(file("flags.csv"));

    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("new"));
    importing.start();

    assertThat(importing.phaseProperty().get()).isEqualTo(Phase.DONE);
    assertThat(importing.newsProperty().get()).isEmpty();
    model.undo();
    assertThat(owner("lights")).isEqualTo("ana");
  }

  /// What says that both flags belong to "file".
  private Path file(String name) throws IOException {
    String text =
        switch (name) {
          case "flags.csv" -> CsvWriting.write(sketch.workspace(), Set.of());
          case "flags.json" ->
              FlagdFile.write(
                      sketch.workspace(),
                      "production",
                      Set.of(),
                      Optional.empty(),
                      _ -> Optional.empty())
                  .text();
          default -> WorkspaceText.write(sketch.workspace());
        };
    String edited = text.replace("\"ana\"", "\"file\"").replace(",ana,", ",file,");
    return Files.writeString(folder.resolve(name), edited);
  }

  private String owner(String flag) {
    return sketch.workspace().flag(flag).orElseThrow().owner();
  }

  private static Edit owner(String flag, String name) {
    return new Edit.SetField(EntityId.flag(flag), FieldNames.OWNER, Value.of(name));
  }

  private static List<String> keys(List<ImportRow> rows) {
    return rows.stream().map(row -> row.item().key()).toList();
  }
}
