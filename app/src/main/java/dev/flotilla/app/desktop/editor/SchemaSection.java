package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.code.CodeField;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The JSON Schema of an object flag; without one, a line that offers to begin it.
final class SchemaSection extends VBox {
  SchemaSection(SchemaForm form, Texts texts) {
    super(Space.SMALL);
    setId("schema-section");
    VBox field =
        FieldViews.code(
            "flag-schema", texts.of("flagpage.schema"), form::schemaMarks, form.field(), texts);
    CodeField code = (CodeField) field.getChildren().getFirst();
    form.answeredProperty().addListener((_, _, _) -> code.recheck());
    ObservableValue<Boolean> there = form.field().draftProperty().isNotEmpty();
    Button begin =
        Buttons.plain("schema-begin", texts.of("flagpage.schema.begin"), Feather.FILE_PLUS);
    begin.getStyleClass().add("compact");
    begin.setOnAction(_ -> {
      form.field().draftProperty().set(form.guess());
      code.requestFocus();
    });
    Notice astray = new Notice(Notice.Tone.WARNING, "");
    astray.setId("schema-astray");
    astray.text().textProperty().bind(form.summaryProperty());
    getChildren()
        .addAll(
            Labels.of(texts.of("flagpage.schema"), "section-title"),
            Labels.wrapped(texts.of("flagpage.schema.hint"), "field-hint"),
            Regions.shownWhile(astray, form.summaryProperty().isNotEmpty()),
            Regions.shownWhile(field, there),
            Regions.shownWhile(begin, there.map(shown -> !shown)));
  }
}
