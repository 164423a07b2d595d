package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.KeptRows;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Names and values that travel with the flag to the applications.
final class MetadataSection extends VBox {
  private static final double NAME_WIDTH = 104;

  private final FlagEditorViewModel model;
  private final Texts texts;

  MetadataSection(FlagEditorViewModel model, Texts texts) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    getChildren()
        .addAll(
            Labels.of(texts.of("editor.metadata"), "section-title"),
            new KeptRows<>(Space.SMALL, model.metadata(), this::row),
            addRow());
  }

  private Node row(NamedField entry) {
    Label name = Labels.of(entry.name(), "mono");
    name.setTooltip(new Tooltip(entry.name()));
    name.setMinWidth(NAME_WIDTH);
    name.setMaxWidth(NAME_WIDTH);
    Node editor =
        FieldViews.line(
            "metadata-" + entry.name(),
            texts.of("editor.metadata.value", entry.name()),
            entry.field(),
            texts);
    HBox.setHgrow(editor, Priority.ALWAYS);
    Button remove =
        Buttons.icon(
            "metadata-remove-" + entry.name(),
            Feather.X,
            texts.of("editor.metadata.remove", entry.name()));
    remove.setOnAction(_ -> model.removeMetadata(entry.name()));
    HBox row = new HBox(Space.SMALL, name, editor, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node addRow() {
    TextField name = new TextField();
    name.setId("metadata-new-name");
    name.setPromptText(texts.of("editor.metadata.newName"));
    name.setAccessibleText(texts.of("editor.metadata.newName"));
    name.setMinWidth(NAME_WIDTH);
    name.setMaxWidth(NAME_WIDTH);
    TextField value = new TextField();
    value.setId("metadata-new-value");
    value.setPromptText(texts.of("editor.metadata.newValue"));
    value.setAccessibleText(texts.of("editor.metadata.newValue"));
    HBox.setHgrow(value, Priority.ALWAYS);
    Button add = Buttons.icon("metadata-add", Feather.PLUS, texts.of("editor.metadata.add"));
    Runnable submit =
        () -> {
          if (model.addMetadata(name.getText(), value.getText())) {
            name.clear();
            value.clear();
          }
        };
    add.setOnAction(_ -> submit.run());
    value.setOnAction(_ -> submit.run());
    HBox row = new HBox(Space.SMALL, name, value, add);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
