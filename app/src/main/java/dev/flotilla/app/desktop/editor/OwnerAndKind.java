package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.live.ChoiceMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Who answers for the flag, and what it is for; side by side.
final class OwnerAndKind extends HBox {
  /// Both halves begin equal and grow alike.
  private static final double HALF = 160;

  OwnerAndKind(FlagEditorViewModel model, Texts texts) {
    super(Space.MEDIUM);
    FormField owner = owner(model, texts);
    FormField kind = kind(model, texts);
    HBox.setHgrow(owner, Priority.ALWAYS);
    HBox.setHgrow(kind, Priority.ALWAYS);
    owner.setMinWidth(0);
    kind.setMinWidth(0);
    owner.setPrefWidth(HALF);
    kind.setPrefWidth(HALF);
    getChildren().addAll(owner, kind);
  }

  static FormField owner(FlagEditorViewModel model, Texts texts) {
    return new FormField(
        texts.of("editor.owner"),
        FieldViews.line("editor-owner", texts.of("editor.owner"), model.owner(), texts));
  }

  static FormField kind(FlagEditorViewModel model, Texts texts) {
    return new FormField(
        texts.of("editor.kind"),
        new ChoiceMark(kinds(model, texts), model.workspace().live(), texts)
            .at(model.flagProperty().get().id(), FieldNames.KIND));
  }

  private static ComboBox<Optional<FlagKind>> kinds(FlagEditorViewModel model, Texts texts) {
    ComboBox<Optional<FlagKind>> combo = new ComboBox<>();
    combo.setId("editor-kind");
    combo.setAccessibleText(texts.of("editor.kind"));
    combo.setMaxWidth(Double.MAX_VALUE);
    List<Optional<FlagKind>> kinds = new ArrayList<>();
    kinds.add(Optional.empty());
    Arrays.stream(FlagKind.values()).map(Optional::of).forEach(kinds::add);
    combo.getItems().setAll(kinds);
    combo.setConverter(
        new Choices<>(
            kind -> kind.map(known -> Values.name(known, texts)).orElse(texts.of("kind.none"))));
    model.flagProperty().subscribe(flag -> combo.setValue(flag.kind()));
    combo.setOnAction(_ -> model.setKind(combo.getValue()));
    return combo;
  }
}
