package dev.flotilla.app.desktop.folders;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Asks for the name of a folder.
final class FolderDialog {
  private final FoldersViewModel folders;
  private final Texts texts;
  private final Frame frame;

  FolderDialog(FoldersViewModel folders, Texts texts, Frame frame) {
    this.folders = folders;
    this.texts = texts;
    this.frame = frame;
  }

  /// For a new folder in another one, or at the top.
  void create(Optional<String> parent) {
    String hint =
        parent
            .flatMap(folders::folder)
            .map(folder -> texts.of("folder.new.in", folder.path()))
            .orElseGet(() -> texts.of("folder.new.top"));
    show(
        texts.of("folder.new"),
        texts.of("folder.create"),
        "",
        hint,
        name -> folders.create(name, parent));
  }

  void rename(String key) {
    folders
        .folder(key)
        .ifPresent(folder ->
            show(
                texts.of("folder.rename"),
                texts.of("folder.rename.button"),
                folder.name(),
                folder.path(),
                name -> folders.rename(key, name)));
  }

  private void show(String title, String action, String before, String hint, Consumer<String> run) {
    TextField name = new TextField(before);
    name.setId("folder-name");
    SimpleStringProperty problem = new SimpleStringProperty("");
    name.textProperty().subscribe(_ -> problem.set(""));
    Runnable done =
        () ->
            folders
                .problem(name.getText())
                .ifPresentOrElse(
                    problem::set,
                    () -> {
                      frame.closeDialog();
                      run.accept(name.getText());
                    });
    name.setOnAction(_ -> done.run());
    Button save = Buttons.primary("folder-save", action);
    save.setOnAction(_ -> done.run());
    Button cancel = Buttons.plain("folder-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> frame.closeDialog());
    Dialog dialog =
        new Dialog("folder-dialog", title, texts.of("dialog.close"), frame::closeDialog)
            .content(
                new FormField(texts.of("folder.name"), name)
                    .error("folder-problem", problem)
                    .hint(hint))
            .buttons(cancel, save);
    dialog.getStyleClass().add("dialog-small");
    frame.show(dialog, name);
    name.selectAll();
  }
}
