package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.session.Parts;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.exchange.Destination;
import dev.flotilla.app.exchange.Incoming;
import dev.flotilla.app.exchange.Incoming.Reading;
import dev.flotilla.app.exchange.IncomingReader;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.ExportMark;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.FlagdImport.Proposed;
import dev.flotilla.openfeature.json.JsonLimits;
import dev.flotilla.openfeature.proposal.ProposedItem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What an import would do, which of it is chosen, and doing it as one step that can be undone.
///
/// Thread: FX; the file is read and compared on `background`.
public final class ImportViewModel {
  /// Where an import stands.
  enum Phase {
    READING,
    REFUSED,
    CHOOSING,
    RUNNING,
    DONE
  }

  private static final int NAMED_MAX = 3;

  private final WorkspaceModel model;
  private final Texts texts;
  private final Executor background;
  private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
  private final ObservableList<ImportRow> shown = FXCollections.observableArrayList();
  private final ObservableList<String> findings = FXCollections.observableArrayList();
  private final ObservableList<ImportTarget> targets = FXCollections.observableArrayList();
  private final ObservableList<ImportMapping> mappings = FXCollections.observableArrayList();
  private final ObjectProperty<ImportFilter> filter = new SimpleObjectProperty<>(ImportFilter.ALL);
  private final BooleanProperty replacing = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.READING);
  private final ReadOnlyStringWrapper how = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
  private final DoubleProperty progress = new SimpleDoubleProperty(0);
  private final ReadOnlyObjectWrapper<String> fileName = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private @Nullable Incoming file;
  private Workspace compared = Workspace.EMPTY;
  private @Nullable Parts running;
  private List<String> warnings = List.of();
  private long same;
  private int asked;

  public ImportViewModel(WorkspaceModel model, Texts texts, Executor background) {
    this.model = model;
    this.texts = texts;
    this.background = background;
    filter.subscribe(() -> show());
    replacing.subscribe(() -> propose());
  }

  /// All rows that differ.
  ObservableList<ImportRow> rows() {
    return rows;
  }

  /// The rows of the filter.
  ObservableList<ImportRow> shown() {
    return shown;
  }

  ObjectProperty<ImportFilter> filterProperty() {
    return filter;
  }

  long count(ImportFilter wanted) {
    return rows.stream().filter(wanted::shows).count();
  }

  /// What is wrong or doubtful in the file, each with its path.
  ObservableList<String> findings() {
    return findings;
  }

  /// The environments that a file without names for them goes to.
  ObservableList<ImportTarget> targets() {
    return targets;
  }

  /// What the environments that the file names are here.
  ObservableList<ImportMapping> mappings() {
    return mappings;
  }

  /// Whether what the file lacks is deleted; only for a whole workspace.
  BooleanProperty replacingProperty() {
    return replacing;
  }

  boolean isWhole() {
    return file != null && file.isWhole();
  }

  ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /// One sentence about what the file is compared with.
  ReadOnlyStringProperty howProperty() {
    return how.getReadOnlyProperty();
  }

  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What others changed of it since it is shown; empty if nothing.
  ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  /// Whether there is something to import.
  ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /// Between 0 and 1; negative while it is not known.
  DoubleProperty progressProperty() {
    return progress;
  }

  ReadOnlyObjectProperty<String> fileNameProperty() {
    return fileName.getReadOnlyProperty();
  }

  /// Reads a file and shows what it would change.
  public void open(Path path) {
    fileName.set(String.valueOf(path.getFileName()));
    phase.set(Phase.READING);
    summary.set(texts.of("import.reading"));
    progress.set(-1);
    background.execute(() -> {
      try {
        Reading reading = IncomingReader.read(bytes(path));
        model.ui().execute(() -> read(reading));
      } catch (IOException | RuntimeException e) {
        String why = texts.of("import.unreadable", fileName.get(), String.valueOf(e.getMessage()));
        model.ui().execute(() -> refuse(why, List.of()));
      }
    });
  }

  // One more than is read of a file, so that the reader refuses it.
  private static byte[] bytes(Path path) throws IOException {
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(JsonLimits.DOCUMENT_BYTES_MAX + 1);
    }
  }

  /// Settles everything that both sides changed.
  void settleAll(boolean take) {
    rows.forEach(row -> row.settle(take));
  }

  /// Chooses all rows that are shown, or none of them.
  void chooseShown(boolean choose) {
    shown.forEach(row -> row.chosenProperty().set(choose));
  }

  /// Imports what is chosen. If any of it is not what was compared any more, nothing is imported:
  /// that is shown and has to be chosen again.
  void start() {
    Incoming incoming = file;
    if (incoming == null || !ready.get() || phase.get() != Phase.CHOOSING) {
      return;
    }
    phase.set(Phase.RUNNING);
    ready.set(false);
    Workspace seen = compared;
    Workspace now = model.open().workspace();
    List<ImportRow> chosen = rows.stream().filter(ImportRow::does).toList();
    background.execute(() -> {
      Set<EntityId> since = now.changedSince(seen);
      if (chosen.stream().anyMatch(row -> since.contains(row.item().entity()))) {
        model.ui().execute(() -> propose(new EarlierChoices(rows, since)));
        return;
      }
      List<List<Edit>> batches =
          incoming.batches(
              seen, chosen.stream().map(row -> row.item().edits(row::isTaken)).toList());
      model.ui().execute(() -> run(batches));
    });
  }

  /// Stops an import that runs after the change on its way; what is done stays and can be undone.
  void cancel() {
    asked++;
    if (running != null) {
      running.cancel();
    }
  }

  private void run(List<List<Edit>> batches) {
    Parts parts = model.editInParts(texts.of("import.message", fileName.get()), batches);
    running = parts;
    progress.bind(parts.progressProperty());
    var _ =
        parts
            .end()
            .thenAccept(refusal -> {
              progress.unbind();
              running = null;
              problem.set(refusal.orElse(""));
              phase.set(refusal.isPresent() ? Phase.REFUSED : Phase.DONE);
              summary.set(refusal.isPresent() ? "" : texts.of("import.done", fileName.get()));
            });
  }

  private void read(Reading reading) {
    switch (reading) {
      case Reading.Refused(var found) ->
          refuse(texts.of("import.refused", fileName.get()), lines(found));
      case Reading.Read(var incoming) -> {
        file = incoming;
        warnings = lines(incoming.warnings());
        offerTargets(incoming);
        propose();
      }
    }
  }

  private void offerTargets(Incoming incoming) {
    List<String> all = model.workspace().environments().stream().map(Environment::name).toList();
    Optional<String> home = incoming.mark().map(ExportMark::environment).filter(all::contains);
    if (incoming.environments().isEmpty()) {
      targets.setAll(
          all.stream()
              .map(name -> new ImportTarget(name, home.isEmpty() || name.equals(home.get())))
              .toList());
    }
    mappings.setAll(
        incoming.environments().stream()
            .map(name -> ImportMapping.proposed(name, all, incoming.isWhole()))
            .toList());
    targets.forEach(target -> target.chosen().subscribe((_, _) -> propose()));
    mappings.forEach(mapping -> mapping.target().subscribe((_, _) -> propose()));
  }

  private Destination destination() {
    TreeMap<String, String> mapping = new TreeMap<>();
    mappings.forEach(one -> one.chosen().ifPresent(here -> mapping.put(one.name(), here)));
    List<String> environments =
        targets.stream().filter(target -> target.chosen().get()).map(ImportTarget::name).toList();
    return new Destination(environments, mapping, replacing.get());
  }

  private void propose() {
    propose(EarlierChoices.NONE);
  }

  private void propose(EarlierChoices choices) {
    Incoming incoming = file;
    if (incoming == null) {
      return;
    }
    int ticket = ++asked;
    Destination to = destination();
    if (incoming.environments().isEmpty() && to.environments().isEmpty()) {
      show(List.of(), List.of(), texts.of("import.how.nowhere"), 0);
      return;
    }
    Workspace now = model.open().workspace();
    progress.set(-1);
    background.execute(() -> {
      Proposed proposed = incoming.propose(now, to, model.open()::exported);
      List<ImportRow> differing =
          proposed.proposal().items().stream()
              .filter(item -> item.kind() != Kind.SAME)
              .map(choices::row)
              .toList();
      List<String> since = choices.changed(proposed.proposal().items());
      long alike = proposed.proposal().count(Kind.SAME);
      String sentence = sentence(incoming, to, proposed);
      model
          .ui()
          .execute(() -> {
            if (ticket == asked) {
              compared = now;
              news.set(
                  since.isEmpty()
                      ? ""
                      : texts.of("import.since", (long) since.size(), names(since)));
              show(differing, lines(proposed.findings()), sentence, alike);
            }
          });
    });
  }

  private static String names(List<String> keys) {
    String named = keys.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
    return keys.size() > NAMED_MAX ? named + ", …" : named;
  }

  private String sentence(Incoming incoming, Destination to, Proposed proposed) {
    if (proposed.proposal().threeWay()) {
      return texts.of("import.how.threeWay", to.environments().getFirst());
    }
    if (incoming.isWhole()) {
      return texts.of(to.replacing() ? "import.how.replace" : "import.how.merge");
    }
    if (incoming.mark().isPresent()) {
      return texts.of("import.how.noBase");
    }
    return texts.of("import.how.twoWay");
  }

  private void show(List<ImportRow> differing, List<String> found, String sentence, long alike) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(found);
    findings.setAll(all);
    how.set(sentence);
    same = alike;
    rows.setAll(differing);
    for (ImportRow row : differing) {
      row.chosenProperty().subscribe((_, _) -> sumUp());
      row.item().fields().stream()
          .filter(field -> field.conflict())
          .forEach(field -> row.takenProperty(field.field()).subscribe((_, _) -> sumUp()));
    }
    progress.set(0);
    phase.set(Phase.CHOOSING);
    show();
    sumUp();
  }

  private void show() {
    shown.setAll(rows.stream().filter(filter.get()::shows).toList());
  }

  private void sumUp() {
    long kept = rows.stream().mapToLong(ImportRow::keptHere).sum();
    List<ImportRow> doing = rows.stream().filter(ImportRow::does).toList();
    ready.set(!doing.isEmpty() && phase.get() == Phase.CHOOSING);
    summary.set(
        texts.of(
            rows.isEmpty() ? "import.nothing" : "import.summary",
            doing.stream().filter(row -> row.item().kind() == Kind.NEW).count(),
            doing.stream().filter(row -> row.item().kind() == Kind.CHANGED).count(),
            doing.stream().filter(row -> row.item().kind() == Kind.REMOVED).count(),
            kept,
            same));
  }

  private void refuse(String why, List<String> found) {
    problem.set(why);
    findings.setAll(found);
    summary.set("");
    progress.set(0);
    phase.set(Phase.REFUSED);
  }

  private static List<String> lines(List<Finding> found) {
    return found.stream().map(Finding::toString).toList();
  }
}
