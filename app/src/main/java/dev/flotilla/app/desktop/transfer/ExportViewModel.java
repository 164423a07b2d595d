package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.exchange.CsvWriting;
import dev.flotilla.app.exchange.FileWriting;
import dev.flotilla.app.exchange.WorkspaceText;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.FlagdFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What is exported, and writing it to a file.
///
/// Thread: FX; texts are made and written in the background, and only the newest one is shown.
final class ExportViewModel {
  /// What is written.
  enum What {
    FLAGD,
    CSV,
    WORKSPACE
  }

  // A text field of many megabytes takes seconds to lay out.
  static final int SHOWN_MAX = 200_000;
  private static final int WARNINGS_MAX = 3;

  private final WorkspaceModel model;
  private final Texts texts;
  private final Set<String> flags;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper cut = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private What what = What.FLAGD;
  private String environment = "";
  private Job job = new Job();

  /// @param flags the keys of those that are exported; all if there are none
  ExportViewModel(WorkspaceModel model, Texts texts, Set<String> flags) {
    this.model = model;
    this.texts = texts;
    this.flags = Set.copyOf(flags);
  }

  /// How many flags were chosen; 0: all.
  int chosen() {
    return flags.size();
  }

  List<String> environments() {
    return model.workspace().environments().stream().map(one -> one.name()).toList();
  }

  /// The start of what is written.
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /// Whether more is written than is shown.
  ReadOnlyBooleanProperty cutProperty() {
    return cut.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /// Between 0 and 1; negative while it is not known.
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Stops what is on its way. A file that was to be written stays what it was.
  void cancel() {
    job.stop();
    if (working.get()) {
      working.set(false);
      saved.set(texts.of("export.cancelled"));
    }
  }

  ReadOnlyStringProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  String proposedName() {
    return switch (what) {
      case FLAGD -> "flags." + environment + ".flagd.json";
      case CSV -> flags.isEmpty() ? "all-flags.csv" : "flags.csv";
      case WORKSPACE -> "workspace.json";
    };
  }

  /// Shows what would be written.
  ///
  /// @param of the environment, for definitions
  void show(What wanted, String of) {
    what = wanted;
    environment = of;
    saved.set("");
    problem.set("");
    Workspace now = model.workspace();
    work(
        _ ->
            wanted == What.FLAGD
                ? definitions(now, of, Optional.empty()).text()
                : other(now, wanted),
        made -> {
          cut.set(made.length() > SHOWN_MAX);
          text.set(made.length() > SHOWN_MAX ? made.substring(0, SHOWN_MAX) : made);
        });
  }

  /// Writes it to `file`. A file of definitions that is there keeps its comments, its order and its
  /// own parts, and what was exported is kept for when it comes back.
  void save(Path file) {
    saved.set("");
    problem.set("");
    Workspace now = model.workspace();
    What wanted = what;
    String of = environment;
    work(
        running -> {
          try {
            return write(file, now, wanted, of, running);
          } catch (IOException e) {
            throw new Failed(
                texts.of("export.failed", file.toString(), String.valueOf(e.getMessage())));
          }
        },
        saved::set);
  }

  private String write(Path file, Workspace now, What wanted, String of, Job running)
      throws IOException {
    String done = texts.of("export.saved", file.toString());
    if (wanted != What.FLAGD) {
      FileWriting.write(file, other(now, wanted), far -> goesOn(running, far));
      return done;
    }
    FlagdFile.Written written = definitions(now, of, existing(file));
    if (running.isStopped()) {
      return done;
    }
    model.open().keepExport(written.id(), written.base());
    FileWriting.write(file, written.text(), far -> goesOn(running, far));
    int warnings = written.findings().size();
    return warnings == 0
        ? done
        : done
            + "\n"
            + written.findings().stream()
                .limit(WARNINGS_MAX)
                .map(finding -> finding.toString())
                .collect(Collectors.joining("\n"))
            + (warnings > WARNINGS_MAX
                ? "\n" + texts.of("export.more", warnings - WARNINGS_MAX)
                : "");
  }

  private static Optional<String> existing(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (MalformedInputException _) {
      return Optional.empty();
    }
  }

  private FlagdFile.Written definitions(Workspace now, String of, Optional<String> existing) {
    return FlagdFile.write(now, of, flags, existing, model.open()::exported);
  }

  private String other(Workspace now, What wanted) {
    return wanted == What.CSV ? CsvWriting.write(now, flags) : WorkspaceText.write(now);
  }

  private boolean goesOn(Job running, double far) {
    model
        .ui()
        .execute(() -> {
          if (running == job) {
            progress.set(far);
          }
        });
    return !running.isStopped();
  }

  private void work(Function<Job, String> task, Consumer<String> then) {
    job.stop();
    Job running = new Job();
    job = running;
    progress.set(-1);
    working.set(true);
    model
        .ui()
        .background()
        .execute(() -> {
          try {
            String made = task.apply(running);
            end(running, () -> then.accept(made));
          } catch (RuntimeException e) {
            end(running, () -> problem.set(String.valueOf(e.getMessage())));
          }
        });
  }

  private void end(Job ended, Runnable show) {
    model
        .ui()
        .execute(() -> {
          if (!ended.isStopped()) {
            working.set(false);
            show.run();
          }
        });
  }

  /// One thing on its way. Another one stops it, and so does somebody who does not wait for it.
  private static final class Job {
    private volatile boolean stopped;

    void stop() {
      stopped = true;
    }

    boolean isStopped() {
      return stopped;
    }
  }

  /// Carries a sentence from the background.
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String sentence) {
      super(sentence, null, false, false);
    }
  }
}
