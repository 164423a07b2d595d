package dev.flotilla.app.desktop.environments;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.text.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Asks for the name of a new environment.
final class EnvironmentDialog {
  private final EnvironmentsViewModel model;
  private final Texts texts;
  private final TextField name = new TextField();
  private final SimpleStringProperty problem = new SimpleStringProperty("");

  EnvironmentDialog(EnvironmentsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  Dialog build(Runnable onClose) {
    name.setId("environment-name");
    name.setPromptText(texts.of("environment.prompt"));
    name.textProperty().subscribe(_ -> problem.set(""));
    Runnable add =
        () ->
            model
                .problem(name.getText())
                .ifPresentOrElse(
                    problem::set,
                    () -> {
                      onClose.run();
                      model.add(name.getText());
                    });
    Button create = Buttons.primary("environment-create", texts.of("environment.create"));
    create.setOnAction(_ -> add.run());
    name.setOnAction(_ -> add.run());
    Button cancel = Buttons.plain("environment-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> onClose.run());
    Dialog dialog =
        new Dialog(
                "environment-dialog",
                texts.of("environment.add"),
                texts.of("dialog.close"),
                onClose)
            .content(
                new FormField(texts.of("environment.name"), name)
                    .error("environment-problem", problem)
                    .hint(texts.of("environment.hint")))
            .buttons(cancel, create);
    dialog.getStyleClass().add("dialog-small");
    return dialog;
  }

  TextField firstField() {
    return name;
  }
}
