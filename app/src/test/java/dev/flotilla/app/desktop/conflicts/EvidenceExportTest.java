package dev.flotilla.app.desktop.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.evidence.CopiedMachine;
import dev.flotilla.app.evidence.EvidenceCheck;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody is told who saves evidence, and what is then in the file.
class EvidenceExportTest {
  private final CopiedMachine machine = new CopiedMachine();
  private final Workspace workspace = machine.workspace();
  private final Conflict conflict = workspace.conflicts().getFirst();
  private final EvidenceExport export =
      new EvidenceExport(Sketches.model(CheckoutTeam.calm()), Sketches.TEXTS);

  @TempDir private Path folder;

  @Test
  void theFileHoldsTheConflictAndCanBeChecked() throws Exception {
    Path file = folder.resolve(EvidenceExport.fileName(conflict));

    String said = export.write(workspace, List.of(conflict), machine.log(), file);

    assertThat(said).isEqualTo("4 changes as evidence: " + file);
    assertThat(EvidenceCheck.of(file).wrong()).isEmpty();
  }

  // Of a set with several disputed elements the evidence of the first one was saved only.
  @Test
  void ofSeveralElementsEachHasAFile() throws Exception {
    Path file = folder.resolve("tags.zip");

    String said = export.write(workspace, List.of(conflict, conflict), machine.log(), file);

    assertThat(said).startsWith("2 files with evidence");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .containsExactlyInAnyOrder(file, folder.resolve(EvidenceExport.fileName(conflict)));
    }
  }

  @Test
  void whereItCannotBeWrittenThatIsSaid() {
    Path file = folder.resolve("gone").resolve("tags.zip");

    String said = export.write(workspace, List.of(conflict), machine.log(), file);

    assertThat(said).startsWith(file + " cannot be written");
  }

  @Test
  void whereNothingIsSignedThereIsNoEvidence() {
    List<String> said = new ArrayList<>();
    Path file = folder.resolve("none.zip");

    export.save(List.of(conflict), file, said::add);

    assertThat(said).containsExactly("The log does not have the signed changes of this conflict.");
    assertThat(file).doesNotExist();
  }
}
