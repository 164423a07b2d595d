package dev.flotilla.app.desktop.environments;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Keys;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The environments in their order, and what can be done with them. Each thing done is one change.
///
/// Thread: FX.
public final class EnvironmentsViewModel {
  /// @param conflicted whether a field of it is in conflict
  record Line(String name, boolean isProtected, boolean conflicted) {}

  private final WorkspaceModel model;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());

  public EnvironmentsViewModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    model.workspaceProperty().subscribe(this::show);
  }

  ReadOnlyObjectProperty<List<Line>> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /// What is wrong with the name of a new environment, if something is.
  Optional<String> problem(String name) {
    if (Keys.checkEnvironment(name.strip()).isPresent()) {
      return Optional.of(texts.of("environment.invalid"));
    }
    return model.workspace().environment(name.strip()).isPresent()
        ? Optional.of(texts.of("environment.exists", name.strip()))
        : Optional.empty();
  }

  /// Adds an environment after the others.
  void add(String name) {
    int order =
        model.workspace().environments().stream().mapToInt(Environment::order).max().orElse(0) + 1;
    model.editAndSay(
        texts.of("environment.added", name.strip()),
        List.of(new Edit.CreateEnvironment(name.strip(), order)));
  }

  void delete(String name) {
    model.editAndSay(
        texts.of("environment.deleted", name),
        List.of(new Edit.DeleteEntity(EntityId.environment(name))));
  }

  void protect(String name, boolean wanted) {
    model.editAndSay(
        texts.of(wanted ? "environment.nowProtected" : "environment.nowOpen", name),
        List.of(
            new Edit.SetField(
                EntityId.environment(name), FieldNames.PROTECTED, new Value.Bool(wanted))));
  }

  /// Where an environment stands, from 0.
  int place(String name) {
    return names().indexOf(name);
  }

  int count() {
    return lines.get().size();
  }

  /// Puts an environment at a place; those between move by one.
  void moveTo(String name, int place) {
    List<String> wanted = new ArrayList<>(names());
    if (!wanted.remove(name)) {
      return;
    }
    wanted.add(Math.clamp(place, 0, wanted.size()), name);
    List<Edit> edits = reorder(wanted);
    if (!edits.isEmpty() && !wanted.equals(names())) {
      model.editAndSay(texts.of("environment.moved", name), edits);
    }
  }

  /// In how many flags something is switched on there.
  long flagsOn(String name) {
    return model.workspace().flags().stream().filter(flag -> flag.setting(name).enabled()).count();
  }

  private List<String> names() {
    return lines.get().stream().map(Line::name).toList();
  }

  /// Numbers that are free to begin with: only environments whose number changes are written.
  private List<Edit> reorder(List<String> wanted) {
    Workspace now = model.workspace();
    List<Edit> edits = new ArrayList<>();
    for (int at = 0; at < wanted.size(); at++) {
      int order = at + 1;
      String name = wanted.get(at);
      if (now.environment(name).filter(known -> known.order() != order).isPresent()) {
        edits.add(
            new Edit.SetField(
                EntityId.environment(name), FieldNames.ORDER, Value.Number.of(order)));
      }
    }
    return Collections.unmodifiableList(edits);
  }

  private void show(Workspace workspace) {
    List<Line> newest =
        workspace.environments().stream()
            .map(environment ->
                new Line(environment.name(), environment.isProtected(), environment.conflicted()))
            .toList();
    if (!newest.equals(lines.get())) {
      lines.set(newest);
    }
  }
}
