package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Browser;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.TagField;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
    EntityId entity = model.flagProperty().get().id();
    Place.mark(tags, entity, FieldNames.TAGS);
    TextField link = new TextField();
    link.setId("editor-link-new");
    Place.mark(link, entity, FieldNames.LINKS);
    link.setPromptText(texts.of("editor.link.prompt"));
    link.setAccessibleText(texts.of("editor.link.prompt"));
    link.setOnAction(_ -> {
      model.addLink(link.getText());
      link.clear();
    });
    Label linksTitle = Labels.of(texts.of("editor.links"), "section-title");
    VBox.setMargin(linksTitle, new Insets(Space.MEDIUM, 0, 0, 0));
    getChildren()
        .addAll(Labels.of(texts.of("editor.tags"), "section-title"), tags, linksTitle, links, link);
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
    Node text = Browser.isPage(address) ? page(address) : plain(address);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button remove =
        Buttons.icon("link-remove-" + address, Feather.X, texts.of("editor.link.remove", address));
    remove.setOnAction(_ -> model.removeLink(address));
    HBox row = new HBox(Space.SMALL, text, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node page(String address) {
    Hyperlink page = new Hyperlink(address, Icons.of(Feather.EXTERNAL_LINK));
    page.setId("link-open-" + address);
    page.setAccessibleText(texts.of("flagpage.link.open", address));
    page.setTooltip(new Tooltip(texts.of("flagpage.link.open", address)));
    page.getStyleClass().addAll("link-text", "small");
    page.setMinWidth(0);
    page.setMaxWidth(Double.MAX_VALUE);
    page.setOnAction(_ -> {
      Browser.open(address);
      page.setVisited(false);
    });
    return page;
  }

  private static Node plain(String text) {
    Label label = Labels.of(text, "small");
    label.setTooltip(new Tooltip(text));
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
