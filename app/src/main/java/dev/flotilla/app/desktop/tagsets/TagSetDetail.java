package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.TagField;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.session.TagColours;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.TagSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The open tag set: members, description, colour.
final class TagSetDetail extends VBox {
  private final TagSetsViewModel model;
  private final TagSetForm form;
  private final Texts texts;

  TagSetDetail(TagSetsViewModel model, TagSetForm form, Texts texts) {
    super(Space.LARGE);
    this.model = model;
    this.form = form;
    this.texts = texts;
    getStyleClass().add("tagset-detail");
    TagField members =
        new TagField(
            "tagset-members",
            texts.of("tagsets.members.prompt"),
            tag -> texts.of("editor.tag.remove", tag),
            form::add,
            form::remove);
    Label uses = Labels.of("", "small", "soft");
    getChildren()
        .addAll(
            head(uses),
            new FormField(texts.of("tagsets.members"), members)
                .hint(texts.of("tagsets.members.hint")),
            new FormField(
                texts.of("editor.description"),
                FieldViews.area(
                    "tagset-description",
                    texts.of("editor.description"),
                    2,
                    form.description(),
                    texts)),
            new FormField(texts.of("tagsets.colour"), colours()));
    form.tagSetProperty()
        .subscribe(tagSet -> {
          uses.setText(texts.of("tagsets.uses", model.uses(tagSet)));
          members.show(
              List.copyOf(tagSet.members()),
              model.coloursProperty().get().known(),
              _ -> TagColours.hueOf(tagSet));
        });
  }

  private Node head(Label uses) {
    Label title = Labels.of(form.key(), "page-title");
    Button delete = Buttons.icon("tagset-delete", Feather.TRASH_2, texts.of("tagsets.delete"));
    delete.setOnAction(_ -> model.delete(form));
    HBox head = new HBox(Space.SMALL, new VBox(title, uses), Regions.spring(), delete);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node colours() {
    HBox row = new HBox(Space.SMALL);
    for (Hue hue : Hue.values()) {
      ToggleButton dot = new ToggleButton();
      dot.setId("tagset-colour-" + hue.stored());
      Buttons.named(dot, texts.of("hue." + hue.stored()));
      dot.getStyleClass().setAll("colour-dot", hue.styleClass());
      dot.setOnAction(_ -> form.setColour(hue));
      Consumer<TagSet> show = tagSet -> dot.setSelected(TagColours.hueOf(tagSet) == hue);
      form.tagSetProperty().subscribe(show);
      row.getChildren().add(dot);
    }
    return row;
  }
}
