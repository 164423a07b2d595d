package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.KeptRows;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.live.ChoiceMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FlagType;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
    Pane editor = new StackPane();
    model
        .flagProperty()
        .map(_ -> model.metadataType(entry.name()))
        .subscribe(type -> {
          if (type != null) {
            editor.getChildren().setAll(editor(entry, type));
          }
        });
    HBox.setHgrow(editor, Priority.ALWAYS);
    Button remove =
        Buttons.icon(
            "metadata-remove-" + entry.name(),
            Feather.X,
            texts.of("editor.metadata.remove", entry.name()));
    remove.setOnAction(_ -> model.removeMetadata(entry.name()));
    HBox row = new HBox(Space.TIGHT, name, editor, types(entry), remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node editor(NamedField entry, FlagType type) {
    String id = "metadata-" + entry.name();
    String name = texts.of("editor.metadata.value", entry.name());
    return type == FlagType.BOOLEAN
        ? trueFalse(id, name, entry)
        : FieldViews.line(id, name, entry.field(), texts);
  }

  private Node types(NamedField entry) {
    Button button = Buttons.icon("metadata-type-" + entry.name(), Feather.TYPE, "");
    model
        .flagProperty()
        .map(_ -> model.metadataType(entry.name()))
        .subscribe(type -> {
          if (type != null) {
            button.setGraphic(Icons.of(icon(type)));
            Buttons.named(
                button, texts.of("flagpage.metadata.type", entry.name(), Values.name(type, texts)));
          }
        });
    ContextMenu menu = new ContextMenu();
    for (FlagType type : List.of(FlagType.STRING, FlagType.NUMBER, FlagType.BOOLEAN)) {
      MenuItem item = new MenuItem(Values.name(type, texts), Icons.of(icon(type)));
      item.setOnAction(_ -> model.setMetadataType(entry.name(), type));
      menu.getItems().add(item);
    }
    button.setOnAction(_ -> menu.show(button, Side.BOTTOM, 0, Space.TIGHT));
    return button;
  }

  private static Feather icon(FlagType type) {
    return switch (type) {
      case BOOLEAN -> Feather.TOGGLE_LEFT;
      case NUMBER -> Feather.HASH;
      case STRING, OBJECT -> Feather.TYPE;
    };
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

  private Node trueFalse(String id, String name, NamedField entry) {
    ChoiceMark mark =
        new ChoiceMark(new TrueFalse(id, name, entry.field()), model.workspace().live(), texts);
    entry.field().place().ifPresent(at -> mark.at(at.entity(), at.field()));
    return mark;
  }
}
