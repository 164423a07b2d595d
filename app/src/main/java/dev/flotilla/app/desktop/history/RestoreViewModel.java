package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.Parts;
import dev.flotilla.app.desktop.session.Past;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditsBetween;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What it would take to make the workspace, or one thing in it, what it was after a change; and
/// doing that, as a new change.
///
/// Thread: FX; the past is put together in the background.
final class RestoreViewModel {
  /// Differences that are shown.
  private static final int SHOWN = 300;

  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final LogEntry change;
  private final Optional<EntityId> entity;
  private final ObservableList<Group> groups = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private List<List<Edit>> parts = List.of();
  private Workspace compared = Workspace.EMPTY;
  private @Nullable Parts restoring;
  private volatile boolean cancelled;

  /// @param now what was compared with the past
  private record Plan(
      Workspace now, List<Group> groups, List<List<Edit>> parts, int edits, int entities) {}

  RestoreViewModel(
      WorkspaceModel model,
      Texts texts,
      Moments moments,
      LogEntry change,
      Optional<EntityId> entity) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.change = change;
    this.entity = entity;
  }

  /// What would be done.
  ObservableList<Group> groups() {
    return groups;
  }

  /// How much that is, in words.
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether there is something to be done.
  ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// What is restored to when, in words.
  String title() {
    return entity
        .map(one -> texts.of("restore.title.one", one.key()))
        .orElseGet(() -> texts.of("restore.title"));
  }

  String when() {
    return texts.of("restore.when", moments.exact(change.time()), change.deviceName());
  }

  /// Puts the past together and compares it with what is now.
  void prepare() {
    running.set(true);
    Workspace now = model.open().workspace();
    Past shown = model.timeTravel().pastProperty().get();
    Consumer<Double> far = model.ui().latest(progress::set);
    Reading.inBackground(
        model.ui(),
        () -> {
          Optional<Workspace> past =
              shown != null && shown.change().ref().equals(change.ref())
                  ? Optional.of(shown.workspace())
                  : past(model.open().history(), far);
          return past.map(state -> plan(now, state));
        },
        plan -> {
          running.set(false);
          plan.ifPresent(this::show);
        },
        failure -> {
          running.set(false);
          problem.set(texts.of("past.failed", failure));
        });
  }

  /// Makes no more of it.
  void cancel() {
    cancelled = true;
    if (restoring != null) {
      restoring.cancel();
    }
  }

  /// Does it. If others edited meanwhile what it is about, that is shown first, and nothing is done
  /// yet.
  ///
  /// @param done is called when all of it is done
  void restore(Runnable done) {
    Set<EntityId> since = model.open().workspace().changedSince(compared);
    long changed =
        parts.stream()
            .flatMap(List::stream)
            .map(EditWords::entity)
            .distinct()
            .filter(since::contains)
            .count();
    if (changed > 0) {
      ready.set(false);
      problem.set(texts.of("restore.since", changed));
      prepare();
      return;
    }
    problem.set("");
    model.timeTravel().leave();
    ready.set(false);
    running.set(true);
    Parts going = model.editInParts(message(), parts);
    restoring = going;
    progress.bind(going.progressProperty());
    var _ =
        going
            .end()
            .thenAccept(refusal -> {
              progress.unbind();
              running.set(false);
              problem.set(refusal.orElse(""));
              if (refusal.isEmpty()) {
                done.run();
              }
            });
  }

  private String message() {
    String when = moments.exact(change.time());
    return entity
        .map(one -> texts.of("restore.message.one", one.key(), when))
        .orElseGet(() -> texts.of("restore.message", when));
  }

  private Optional<Workspace> past(ChangeHistory history, Consumer<Double> far) {
    return history.at(
        change.ref(),
        (done, of) -> {
          far.accept(of == 0 ? 1 : (double) done / of);
          return !cancelled;
        });
  }

  private Plan plan(Workspace now, Workspace past) {
    List<Edit> edits =
        entity
            .map(one -> EditsBetween.of(now, past, Set.of(one)))
            .orElseGet(() -> EditsBetween.of(now, past));
    List<Group> all = new EditWords(now, texts).of(edits);
    return new Plan(now, shown(all), parts(now, edits), edits.size(), all.size());
  }

  private static List<Group> shown(List<Group> all) {
    List<Group> some = new ArrayList<>();
    int left = SHOWN;
    for (Group group : all) {
      if (left > 0) {
        List<Difference> own = group.differences();
        some.add(new Group(group.entity(), own.subList(0, Math.min(left, own.size()))));
        left -= own.size();
      }
    }
    return some;
  }

  /// One change if that holds it all; else what is done to one thing stays together.
  private static List<List<Edit>> parts(Workspace now, List<Edit> edits) {
    Batches batches = new Batches(now);
    if (batches.fit(edits)) {
      return edits.isEmpty() ? List.of() : List.of(edits);
    }
    List<Edit> together = new ArrayList<>();
    for (Edit edit : edits) {
      if (!together.isEmpty()
          && !EditWords.entity(together.getLast()).equals(EditWords.entity(edit))) {
        batches.add(List.copyOf(together));
        together.clear();
      }
      together.add(edit);
    }
    batches.add(together);
    return batches.all();
  }

  private void show(Plan plan) {
    groups.setAll(plan.groups());
    parts = plan.parts();
    compared = plan.now();
    ready.set(!parts.isEmpty());
    summary.set(
        parts.isEmpty()
            ? texts.of("restore.nothing")
            : texts.of(
                "restore.summary",
                (long) plan.edits(),
                (long) plan.entities(),
                (long) parts.size()));
  }
}
