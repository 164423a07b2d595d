package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The conflicts of the workspace in words, and how each can be resolved.
///
/// Thread: FX.
public final class ConflictsViewModel {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final ObservableList<ConflictView> conflicts = FXCollections.observableArrayList();
  private final StringProperty selected = new SimpleStringProperty("");
  private List<Conflict> shown = List.of();

  public ConflictsViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    model.workspaceProperty().subscribe(this::show);
  }

  /// The conflict that is looked at, by its id; empty for none.
  public StringProperty selectedProperty() {
    return selected;
  }

  ObservableList<ConflictView> conflicts() {
    return conflicts;
  }

  /// How many decisions wait.
  public IntegerBinding countProperty() {
    return Bindings.size(conflicts);
  }

  void pick(String id, int alternative) {
    Picks.take(model, shown, id, alternative, choice -> resolve(id, choice));
  }

  /// Ends a conflict in one of its ways.
  void resolve(String id, Choice choice) {
    model.editAndSay(texts.of("conflicts.resolved"), List.of(new Edit.Resolve(id, choice)));
  }

  private void show(Workspace workspace) {
    List<Conflict> newest = workspace.conflicts();
    if (!newest.equals(shown)) {
      shown = List.copyOf(newest);
      ConflictWords words =
          new ConflictWords(new ConflictNames(workspace, model.people(), texts, moments));
      Map<String, ConflictView> before = new HashMap<>();
      conflicts.forEach(view -> before.put(view.id(), view));
      conflicts.setAll(
          shown.stream().map(words::view).map(view -> kept(before.get(view.id()), view)).toList());
    }
  }

  /// Whoever looks at a conflict that says what it said before goes on with the same.
  private static ConflictView kept(@Nullable ConflictView before, ConflictView now) {
    return before != null && before.saysTheSameAs(now) ? before : now;
  }

  WorkspaceModel model() {
    return model;
  }

  Texts texts() {
    return texts;
  }

  Moments moments() {
    return moments;
  }
}
