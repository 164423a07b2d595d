package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.openfeature.flagd.FlagdImport;
import dev.flotilla.openfeature.flagd.FlagdReader;
import dev.flotilla.openfeature.flagd.ImportItem;
import dev.flotilla.openfeature.flagd.ImportPlan;
import dev.flotilla.openfeature.flagd.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What an import would do, and doing it batch by batch.
///
/// Thread: FX; the file is read and planned on `background`.
public final class ImportViewModel {
  /// One line of the preview.
  record Row(String key, ImportItem.Kind kind, String changes) {}

  private record Prepared(
      List<Row> rows,
      List<String> findings,
      List<List<Edit>> batches,
      String summary,
      boolean refused) {}

  private final WorkspaceModel model;
  private final Texts texts;
  private final Executor background;
  private final FieldWords words;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObservableList<String> findings = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper finished = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final DoubleProperty progress = new SimpleDoubleProperty(0);
  private final ReadOnlyObjectWrapper<String> fileName = new ReadOnlyObjectWrapper<>("");
  private List<List<Edit>> batches = List.of();

  public ImportViewModel(WorkspaceModel model, Texts texts, Executor background) {
    this.model = model;
    this.texts = texts;
    this.background = background;
    this.words = new FieldWords(texts);
  }

  ObservableList<Row> rows() {
    return rows;
  }

  /// What is wrong or doubtful in the file, each with its path.
  ObservableList<String> findings() {
    return findings;
  }

  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether there is something to import.
  ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Whether everything was imported.
  ReadOnlyBooleanProperty finishedProperty() {
    return finished.getReadOnlyProperty();
  }

  /// Between 0 and 1.
  DoubleProperty progressProperty() {
    return progress;
  }

  ReadOnlyObjectProperty<String> fileNameProperty() {
    return fileName.getReadOnlyProperty();
  }

  /// Reads a file and shows what it would change.
  public void open(Path file) {
    fileName.set(String.valueOf(file.getFileName()));
    summary.set(texts.of("import.reading"));
    background.execute(() -> {
      Prepared prepared = read(file);
      model.ui().execute(() -> show(prepared));
    });
  }

  /// Imports what the preview shows, one change a batch.
  void start() {
    if (ready.get() && !running.get()) {
      running.set(true);
      ready.set(false);
      next(0);
    }
  }

  private void next(int at) {
    progress.set(batches.isEmpty() ? 1 : (double) at / batches.size());
    if (at == batches.size()) {
      running.set(false);
      finished.set(true);
      summary.set(texts.of("import.done", fileName.get()));
      return;
    }
    var _ =
        model
            .submitInline(texts.of("import.message", fileName.get()), batches.get(at))
            .thenAccept(refusal -> {
              if (refusal.isPresent()) {
                running.set(false);
                problem.set(refusal.get());
              } else {
                next(at + 1);
              }
            });
  }

  private Prepared read(Path file) {
    try {
      return switch (FlagdReader.read(Files.readAllBytes(file))) {
        case ReadResult.Refused refused ->
            new Prepared(
                List.of(),
                refused.findings().stream().map(Object::toString).toList(),
                List.of(),
                texts.of("import.refused", fileName.get()),
                true);
        case ReadResult.Read read ->
            plan(
                FlagdImport.plan(model.open().workspace(), read.document(), List.of()),
                read.warnings().stream().map(Object::toString).toList());
      };
    } catch (IOException e) {
      return new Prepared(
          List.of(),
          List.of(),
          List.of(),
          texts.of("import.unreadable", fileName.get(), String.valueOf(e.getMessage())),
          true);
    }
  }

  private Prepared plan(ImportPlan plan, List<String> warnings) {
    List<String> all = new ArrayList<>(warnings);
    plan.findings().forEach(finding -> all.add(finding.toString()));
    return new Prepared(
        plan.items().stream().map(this::row).toList(),
        all,
        plan.batches(),
        texts.of(
            "import.summary",
            flags(plan, ImportItem.Kind.NEW),
            flags(plan, ImportItem.Kind.CHANGED),
            flags(plan, ImportItem.Kind.SAME)),
        false);
  }

  private static long flags(ImportPlan plan, ImportItem.Kind kind) {
    return plan.items().stream().filter(item -> isFlag(item) && item.kind() == kind).count();
  }

  private static boolean isFlag(ImportItem item) {
    return item.entity().kind().equals(EntityId.FLAG);
  }

  private Row row(ImportItem item) {
    String changes =
        switch (item.kind()) {
          case NEW -> "";
          case SAME, REMOVED -> "";
          case CHANGED ->
              String.join(
                  ", ", item.changes().stream().map(change -> words.name(change.field())).toList());
        };
    return new Row(
        isFlag(item) ? item.key() : texts.of("import.environment", item.key()),
        item.kind(),
        changes);
  }

  private void show(Prepared prepared) {
    rows.setAll(prepared.rows());
    findings.setAll(prepared.findings());
    batches = prepared.batches();
    summary.set(prepared.refused() ? "" : prepared.summary());
    problem.set(prepared.refused() ? prepared.summary() : "");
    ready.set(!prepared.batches().isEmpty());
  }
}
