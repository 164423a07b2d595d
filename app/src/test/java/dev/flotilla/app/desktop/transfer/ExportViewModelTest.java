package dev.flotilla.app.desktop.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.transfer.ExportViewModel.What;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
  @TempDir private Path folder;
  private final WorkspaceModel model = Sketches.model(CheckoutTeam.typical());
  private final String key = model.workspace().flags().getFirst().key();
  private final String other = model.workspace().flags().getLast().key();

  @Test
  void onlyThePickedFlagsAreShownAndSaved() throws Exception {
    var export = new ExportViewModel(model, Sketches.TEXTS, Set.of(key));

    export.show(What.FLAGD, export.environments().getFirst());
    assertThat(export.textProperty().get())
        .contains("\"" + key + "\"")
        .doesNotContain("\"" + other + "\"");
    export.show(What.CSV, "");
    Path file = folder.resolve("flags.csv");
    export.save(file);

    assertThat(file).content().hasLineCount(2).contains(key);
    assertThat(export.savedProperty().get()).contains(file.toString());
    assertThat(export.workingProperty().get()).isFalse();
  }

  @Test
  void aFileThatIsThereKeepsItsCommentsAndWhatStaysIsSaid() throws Exception {
    var export = new ExportViewModel(model, Sketches.TEXTS, Set.of());
    export.show(What.FLAGD, export.environments().getFirst());
    Path file = folder.resolve("flags.json");
    Files.writeString(file, "// mine\n{\"flags\": {\"a\": {\"state\": \"ENABLED\"}}}\n");

    export.save(file);

    assertThat(file).content().startsWith("// mine\n").contains("\"a\"", "\"" + key + "\"");
    assertThat(export.savedProperty().get()).contains("stays in the file");
  }

  @Test
  void aFileThatIsNoTextIsWrittenAnewAndAFolderThatIsNotThereIsAProblem() throws Exception {
    var export = new ExportViewModel(model, Sketches.TEXTS, Set.of());
    export.show(What.FLAGD, export.environments().getFirst());
    Path file = folder.resolve("flags.json");
    Files.write(file, "{\"flags\": {}} // für".getBytes(StandardCharsets.ISO_8859_1));

    export.save(file);
    assertThat(file).content().startsWith("{").contains(key);
    export.save(folder.resolve("none").resolve("flags.json"));

    assertThat(export.problemProperty().get()).contains("none");
    assertThat(export.savedProperty().get()).isEmpty();
  }

  @Test
  void anExportThatIsStoppedLeavesTheFileAsItWas() throws Exception {
    Queue<Runnable> later = new ArrayDeque<>();
    var waiting =
        new WorkspaceModel(CheckoutTeam.typical(), new UiBridge(later::add), Sketches.TEXTS);
    var export = new ExportViewModel(waiting, Sketches.TEXTS, Set.of());
    Path file = Files.writeString(folder.resolve("flags.csv"), "mine");
    export.show(What.CSV, "");
    export.save(file);
    assertThat(export.workingProperty().get()).isTrue();

    export.cancel();
    while (!later.isEmpty()) {
      later.remove().run();
    }

    assertThat(file).hasContent("mine");
    assertThat(folder).isDirectoryNotContaining("glob:**.flotilla");
    assertThat(export.workingProperty().get()).isFalse();
    assertThat(export.savedProperty().get()).contains("Nothing was written");
  }

  @Test
  void ofALongTextTheBeginningIsShown() {
    var large = Sketches.model(CheckoutTeam.crowded(2_000));
    var export = new ExportViewModel(large, Sketches.TEXTS, Set.of());

    export.show(What.WORKSPACE, "");

    assertThat(export.cutProperty().get()).isTrue();
    assertThat(export.textProperty().get()).hasSize(ExportViewModel.SHOWN_MAX);
  }
}
