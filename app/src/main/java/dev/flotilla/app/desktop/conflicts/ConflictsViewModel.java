package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Workspace;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

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
      conflicts.setAll(shown.stream().map(words::view).toList());
    }
  }
}
