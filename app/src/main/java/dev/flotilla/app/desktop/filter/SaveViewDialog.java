package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Asks for the name of a view.
public final class SaveViewDialog {
  private final SavedViews views;
  private final Texts texts;
  private final Frame frame;

  public SaveViewDialog(SavedViews views, Texts texts, Frame frame) {
    this.views = views;
    this.texts = texts;
    this.frame = frame;
  }

  /// Shows the dialog for a query.
  public void show(String query) {
    TextField name = new TextField();
    name.setId("view-name");
    name.setAccessibleText(texts.of("views.name"));
    name.setPromptText(texts.of("views.name.prompt"));
    Button cancel = Buttons.plain("view-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> frame.closeDialog());
    Button save = Buttons.primary("view-create", texts.of("views.create"));
    save.disableProperty()
        .bind(Bindings.createBooleanBinding(() -> name.getText().isBlank(), name.textProperty()));
    Runnable keep =
        () -> {
          views.save(name.getText(), query);
          frame.closeDialog();
          frame.say(texts.of("views.saved", name.getText().strip()));
        };
    save.setOnAction(_ -> keep.run());
    name.setOnAction(_ -> {
      if (!name.getText().isBlank()) {
        keep.run();
      }
    });
    Dialog dialog =
        new Dialog(
                "view-dialog",
                texts.of("views.title"),
                texts.of("dialog.close"),
                frame::closeDialog)
            .content(
                new FormField(texts.of("views.name"), name),
                Labels.wrapped(query.strip(), "mono", "soft"),
                Labels.wrapped(texts.of("views.hint"), "small", "faint"))
            .buttons(cancel, save);
    frame.show(dialog, name);
  }
}
