package dev.flotilla.app.desktop.counters;

import dev.flotilla.app.desktop.session.OpenForms;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Counter;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The counters of the workspace, one of them open.
///
/// Thread: FX.
final class CountersViewModel implements AutoCloseable {
  private final WorkspaceModel model;
  private final Texts texts;
  private final OpenForms<Counter, CounterForm> counters;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Subscription subscription;

  CountersViewModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.counters =
        new OpenForms<>(Counter::key, counter -> new CounterForm(model, counter, texts));
    this.subscription = model.workspaceProperty().subscribe(now -> counters.show(now.counters()));
  }

  /// What the counters are of.
  WorkspaceModel workspace() {
    return model;
  }

  /// By key.
  ObservableList<CounterForm> counters() {
    return counters.all();
  }

  /// The counter that is shown large; null for none.
  ObjectProperty<@Nullable CounterForm> openProperty() {
    return counters.openProperty();
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
    counters.await(key);
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

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
