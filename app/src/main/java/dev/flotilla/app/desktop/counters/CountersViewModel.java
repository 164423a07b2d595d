package dev.flotilla.app.desktop.counters;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Counter;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The counters of the workspace, one of them open.
///
/// Thread: FX.
final class CountersViewModel implements AutoCloseable {
  private final WorkspaceModel model;
  private final Texts texts;
  private final ObservableList<CounterForm> counters = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable CounterForm> open = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Subscription subscription;
  private String awaited = "";

  CountersViewModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.subscription = model.workspaceProperty().subscribe(this::show);
  }

  /// By key.
  ObservableList<CounterForm> counters() {
    return counters;
  }

  /// The counter that is shown large; null for none.
  ObjectProperty<@Nullable CounterForm> openProperty() {
    return open;
  }

  /// Why the last counter could not be created.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Creates a counter and opens it once it is there.
  void create(String name) {
    String key = name.strip();
    if (key.isEmpty()) {
      return;
    }
    awaited = key;
    var _ =
        model
            .submitInline(
                texts.of("counters.created", key), List.of(new Edit.CreateCounter(key, "")))
            .thenAccept(refusal -> problem.set(refusal.orElse("")));
  }

  void delete(CounterForm form) {
    model.editAndSay(
        texts.of("counters.deleted", form.key()),
        List.of(new Edit.DeleteEntity(EntityId.counter(form.key()))));
  }

  private void show(Workspace workspace) {
    List<Counter> newest = workspace.counters();
    Set<String> keys = newest.stream().map(Counter::key).collect(Collectors.toSet());
    CounterForm opened = open.get();
    int place = counters.indexOf(opened);
    counters.removeIf(form -> !keys.contains(form.key()));
    for (int at = 0; at < newest.size(); at++) {
      Counter counter = newest.get(at);
      if (at < counters.size() && counters.get(at).key().equals(counter.key())) {
        if (!counters.get(at).counterProperty().get().equals(counter)) {
          counters.get(at).show(counter);
        }
      } else {
        counters.add(at, new CounterForm(model, counter, texts));
      }
    }
    choose(opened, place);
  }

  // Where the open one was deleted, its neighbour opens.
  private void choose(@Nullable CounterForm opened, int place) {
    for (CounterForm form : counters) {
      if (form.key().equals(awaited)) {
        awaited = "";
        open.set(form);
        return;
      }
    }
    if (opened == null || !counters.contains(opened)) {
      open.set(counters.isEmpty() ? null : counters.get(Math.clamp(place, 0, counters.size() - 1)));
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
