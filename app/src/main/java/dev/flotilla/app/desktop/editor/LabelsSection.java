package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.TagField;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Flag;
import java.util.List;
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

/// Tags as chips, and links to tickets or documents.
final class LabelsSection extends VBox {
  private final FlagEditorViewModel model;
  private final Texts texts;
  private final VBox links = new VBox(Space.TIGHT);

  LabelsSection(FlagEditorViewModel model, Texts texts) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    TagField tags =
        new TagField(
            "editor-tags",
            texts.of("editor.tags.prompt"),
            tag -> texts.of("editor.tag.remove", tag),
            model::addTag,
            model::removeTag);
    TextField link = new TextField();
    link.setId("editor-link-new");
    link.setPromptText(texts.of("editor.link.prompt"));
    link.setAccessibleText(texts.of("editor.link.prompt"));
    link.setOnAction(_ -> {
      model.addLink(link.getText());
      link.clear();
    });
    getChildren()
        .addAll(
            Labels.of(texts.of("editor.tags"), "section-title"),
            tags,
            Labels.of(texts.of("editor.links"), "section-title"),
            links,
            link);
    model
        .flagProperty()
        .subscribe(flag -> {
          tags.show(
              List.copyOf(flag.tags()),
              model.tagsProperty().get().known(),
              model.tagsProperty().get()::of);
          showLinks(flag);
        });
  }

  private void showLinks(Flag flag) {
    links.getChildren().setAll(flag.links().stream().map(this::link).toList());
    links.setManaged(!flag.links().isEmpty());
  }

  private Node link(String address) {
    Label label = Labels.of(address, "small", "link-text");
    label.setTooltip(new Tooltip(address));
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    Button remove =
        Buttons.icon("link-remove-" + address, Feather.X, texts.of("editor.link.remove", address));
    remove.setOnAction(_ -> model.removeLink(address));
    HBox row = new HBox(Space.SMALL, label, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
