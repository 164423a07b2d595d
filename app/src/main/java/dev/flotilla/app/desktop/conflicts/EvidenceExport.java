package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.evidence.Evidence;
import dev.flotilla.app.evidence.EvidenceFile;
import dev.flotilla.app.evidence.EvidenceLog;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes the evidence of a conflict into a file.
///
/// Thread: FX; the log is read and the file written in the background.
final class EvidenceExport {
  private final WorkspaceModel model;
  private final Texts texts;

  EvidenceExport(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  /// A name for the file.
  static String fileName(Conflict conflict) {
    return "conflict-" + conflict.id() + ".zip";
  }

  /// @param say gets what became of it
  void save(Conflict conflict, Path file, Consumer<String> say) {
    Workspace now = model.workspace();
    model
        .ui()
        .background()
        .execute(() -> {
          String sentence = write(now, conflict, file);
          model.ui().execute(() -> say.accept(sentence));
        });
  }

  private String write(Workspace now, Conflict conflict, Path file) {
    ChangeHistory history = model.open().history();
    EvidenceLog log = new EvidenceLog(history::page, history::written, history::signed);
    try {
      Optional<Evidence> evidence = Evidence.of(now, conflict, log);
      if (evidence.isEmpty()) {
        return texts.of("inbox.evidence.none");
      }
      EvidenceFile.write(evidence.get(), log, file);
      return texts.of("inbox.evidence.done", evidence.get().changes().size(), file.toString());
    } catch (IOException | UncheckedIOException e) {
      return texts.of("inbox.evidence.failed", file.toString(), String.valueOf(e.getMessage()));
    }
  }
}
