package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.KeptRows;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.code.CodeField;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.live.ChoiceMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FlagType;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The values a flag can have, each with a name and an editor of the flag's type.
final class VariantsSection extends VBox {
  private static final double NAME_WIDTH = 110;

  private final FlagEditorViewModel model;
  private final Texts texts;
  private final FlagType type;

  VariantsSection(FlagEditorViewModel model, Texts texts) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    this.type = model.flagProperty().get().type();
    getChildren()
        .addAll(
            Labels.of(texts.of("editor.variants"), "section-title"),
            new KeptRows<>(Space.SMALL, model.variants(), this::row),
            addRow());
  }

  private Node row(NamedField variant) {
    VariantsForm form = model.variantsForm();
    VariantName name = new VariantName(variant.name(), form, texts);
    name.setMinWidth(NAME_WIDTH);
    name.setMaxWidth(NAME_WIDTH);
    Node editor = editor(variant);
    HBox.setHgrow(editor, Priority.ALWAYS);
    Button remove =
        Buttons.icon(
            "variant-remove-" + variant.name(),
            Feather.X,
            texts.of("editor.variant.remove", variant.name()));
    remove.setOnAction(_ -> form.remove(variant.name()));
    HBox row = new HBox(Space.SMALL, name, editor, remove);
    boolean high = type == FlagType.OBJECT || type == FlagType.STRING;
    row.setAlignment(high ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
    Label uses = Labels.wrapped("", "field-hint");
    uses.setId("variant-uses-" + variant.name());
    uses.setPadding(new Insets(0, 0, 0, NAME_WIDTH + Space.SMALL));
    model.flagProperty().subscribe(_ -> uses.setText(form.uses(variant.name())));
    return new VBox(Space.HAIR, row, uses);
  }

  private Node editor(NamedField variant) {
    String id = "variant-" + variant.name();
    String name = texts.of("editor.variant.value", variant.name());
    return switch (type) {
      case BOOLEAN -> trueFalse(id, name, variant);
      case STRING -> new TextValue(id, name, variant.field(), texts);
      case NUMBER -> mono(FieldViews.line(id, name, variant.field(), texts));
      case OBJECT -> object(id, name, variant);
    };
  }

  private Node object(String id, String name, NamedField variant) {
    SchemaForm schema = model.schema();
    VBox field = FieldViews.code(id, name, schema::valueMarks, variant.field(), texts);
    CodeField code = (CodeField) field.getChildren().getFirst();
    schema.answeredProperty().addListener((_, _, _) -> code.recheck());
    return field;
  }

  private static Node mono(VBox field) {
    field.getChildren().getFirst().getStyleClass().add("mono");
    return field;
  }

  private Node addRow() {
    TextField name = new TextField();
    name.setId("variant-new-name");
    name.setPromptText(texts.of("editor.variant.newName"));
    name.setAccessibleText(texts.of("editor.variant.newName"));
    name.setMinWidth(NAME_WIDTH);
    name.setMaxWidth(NAME_WIDTH);
    TextField value = new TextField();
    value.setId("variant-new-value");
    value.setPromptText(texts.of("editor.variant.newValue." + type.id()));
    value.setAccessibleText(texts.of("editor.variant.newValue." + type.id()));
    HBox.setHgrow(value, Priority.ALWAYS);
    Button add = Buttons.icon("variant-add", Feather.PLUS, texts.of("editor.variant.add"));
    Runnable submit =
        () -> {
          if (model.addVariant(name.getText(), value.getText())) {
            name.clear();
            value.clear();
          }
        };
    add.setOnAction(_ -> submit.run());
    value.setOnAction(_ -> submit.run());
    HBox row = new HBox(Space.SMALL, name, value, add);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("add-row");
    return row;
  }

  private Node trueFalse(String id, String name, NamedField variant) {
    ChoiceMark mark =
        new ChoiceMark(new TrueFalse(id, name, variant.field()), model.workspace().live(), texts);
    variant.field().place().ifPresent(at -> mark.at(at.entity(), at.field()));
    return mark;
  }
}
