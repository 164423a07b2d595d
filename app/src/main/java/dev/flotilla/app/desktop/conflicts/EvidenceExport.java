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
import java.util.List;
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

  /// Writes the evidence of each into a file of its own, the first into `file` and the others
  /// beside it.
  ///
  /// @param conflicts of one decision, at least one
  /// @param say gets what became of it
  void save(List<Conflict> conflicts, Path file, Consumer<String> say) {
    Workspace now = model.workspace();
    ChangeHistory history = model.open().history();
    EvidenceLog log = new EvidenceLog(history::page, history::written, history::signed);
    model
        .ui()
        .background()
        .execute(() -> {
          String sentence = write(now, conflicts, log, file);
          model.ui().execute(() -> say.accept(sentence));
        });
  }

  /// The same, at once.
  ///
  /// @return what became of it
  String write(Workspace now, List<Conflict> conflicts, EvidenceLog log, Path file) {
    Path target = file;
    long changes = 0;
    try {
      for (Conflict conflict : conflicts) {
        Optional<Evidence> evidence = Evidence.of(now, conflict, log);
        if (evidence.isEmpty()) {
          return texts.of("inbox.evidence.none");
        }
        target = changes == 0 ? file : file.resolveSibling(fileName(conflict));
        EvidenceFile.write(evidence.get(), log, target);
        changes += evidence.get().changes().size();
      }
      return conflicts.size() == 1
          ? texts.of("inbox.evidence.done", changes, file.toString())
          : texts.of("inbox.evidence.several", conflicts.size(), file.toString());
    } catch (IOException | UncheckedIOException e) {
      return texts.of("inbox.evidence.failed", target.toString(), String.valueOf(e.getMessage()));
    }
  }
}
