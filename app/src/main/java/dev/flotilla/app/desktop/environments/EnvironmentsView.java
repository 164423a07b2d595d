package dev.flotilla.app.desktop.environments;

import dev.flotilla.app.desktop.control.Confirm;
import dev.flotilla.app.desktop.environments.EnvironmentsViewModel.Line;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The environments of the sidebar.
public final class EnvironmentsView extends VBox {
  private final EnvironmentsViewModel model;
  private final Texts texts;
  private final Frame frame;
  private final Map<String, EnvironmentLine> lines = new HashMap<>();

  public EnvironmentsView(EnvironmentsViewModel model, Texts texts, Frame frame) {
    this.model = model;
    this.texts = texts;
    this.frame = frame;
    setId("environments");
    model.linesProperty().subscribe(this::show);
  }

  /// Asks for the name of a new environment.
  public void add() {
    EnvironmentDialog dialog = new EnvironmentDialog(model, texts);
    frame.show(dialog.build(frame::closeDialog), dialog.firstField());
  }

  void delete(String name) {
    Confirm.Asked asked =
        Confirm.ask(
            "environment-delete",
            texts.of("environment.delete.title", name),
            texts.of("environment.delete.text", name, model.flagsOn(name)),
            texts.of("environment.delete"),
            texts,
            frame::closeDialog,
            () -> model.delete(name));
    frame.show(asked.dialog(), asked.first());
  }

  private void show(List<Line> newest) {
    lines.keySet().retainAll(newest.stream().map(Line::name).toList());
    List<EnvironmentLine> wanted = newest.stream().map(this::line).toList();
    if (!getChildren().equals(wanted)) {
      Optional<EnvironmentLine> focused = wanted.stream().filter(Node::isFocused).findFirst();
      getChildren().setAll(wanted);
      focused.ifPresent(Node::requestFocus);
    }
  }

  private EnvironmentLine line(Line line) {
    EnvironmentLine shown =
        lines.computeIfAbsent(line.name(), name -> new EnvironmentLine(name, model, this, texts));
    shown.show(line);
    return shown;
  }
}
