package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.KeptRows;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.editor.RelationsForm.Prerequisite;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.live.ChoiceMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The folder of a flag, and what it requires of other flags.
final class RelationsSection extends VBox {
  private static final double VARIANT_WIDTH = 120;
  private static final double NEW_VARIANT_WIDTH = 96;

  private final RelationsForm form;
  private final Texts texts;

  RelationsSection(RelationsForm form, ObservableValue<Flag> flag, Texts texts) {
    super(Space.MEDIUM);
    this.form = form;
    this.texts = texts;
    VBox required =
        new VBox(
            Space.TIGHT,
            Labels.of(texts.of("editor.requires"), "field-label"),
            new KeptRows<>(Space.TIGHT, form.prerequisites(), this::row),
            addLine(),
            FormField.errorLabel("prerequisite-problem", form.problemProperty()));
    getChildren()
        .addAll(
            new FormField(
                texts.of("editor.folder"),
                new ChoiceMark(folder(flag), form.live(), texts)
                    .at(form.entity(), FieldNames.FOLDER)),
            Place.mark(required, form.entity(), FieldNames.REQUIRES));
  }

  private ComboBox<Optional<String>> folder(ObservableValue<Flag> flag) {
    ComboBox<Optional<String>> combo = new ComboBox<>();
    combo.setId("editor-folder");
    combo.setAccessibleText(texts.of("editor.folder"));
    combo.setMaxWidth(Double.MAX_VALUE);
    combo.setConverter(new Choices<>(form::path));
    combo.setOnShowing(_ -> {
      offer(combo, form.folders());
      combo.setValue(flag.getValue().folder());
    });
    flag.subscribe(now -> combo.setValue(now.folder()));
    combo.setOnAction(_ -> {
      if (combo.getValue() != null) {
        form.putInto(combo.getValue(), flag.getValue());
      }
    });
    return combo;
  }

  private Node row(Prerequisite prerequisite) {
    Label other = Labels.of(prerequisite.other(), "mono", "small");
    other.setTooltip(new Tooltip(prerequisite.other()));
    other.setMinWidth(0);
    other.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(other, Priority.ALWAYS);
    Label variant = Labels.of(prerequisite.variant(), "medium", "small");
    variant.setMaxWidth(VARIANT_WIDTH);
    variant.setTooltip(new Tooltip(prerequisite.variant()));
    Button remove =
        Buttons.icon(
            "prerequisite-remove-" + prerequisite.other(),
            Feather.X,
            texts.of("editor.requires.remove", prerequisite.other()));
    remove.setOnAction(_ -> form.unrequire(prerequisite));
    HBox row = new HBox(Space.SMALL, other, variant, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(row, state(prerequisite));
  }

  private Node state(Prerequisite prerequisite) {
    boolean met = prerequisite.state().isMet();
    Label words = Labels.wrapped(form.words(prerequisite.state()), "field-hint");
    words.setId("prerequisite-state-" + prerequisite.other());
    HBox.setHgrow(words, Priority.ALWAYS);
    Node icon =
        Icons.of(
            met ? Feather.CHECK : Feather.ALERT_TRIANGLE, met ? "icon-success" : "icon-warning");
    HBox state = new HBox(Space.TIGHT, icon, words);
    state.getStyleClass().add("prerequisite-state");
    return state;
  }

  private Node addLine() {
    ComboBox<String> other = combo("prerequisite-new-flag", texts.of("editor.requires.other"));
    other.setMaxWidth(Double.MAX_VALUE);
    other.setMinWidth(0);
    HBox.setHgrow(other, Priority.ALWAYS);
    other.setOnShowing(_ -> offer(other, form.others()));
    ComboBox<String> variant =
        combo("prerequisite-new-variant", texts.of("editor.requires.variant"));
    variant.setPrefWidth(NEW_VARIANT_WIDTH);
    variant.setOnShowing(_ -> offer(variant, form.variants(other.getValue())));
    other.setOnAction(_ -> variant.setValue(null));
    Button add = Buttons.icon("prerequisite-add", Feather.PLUS, texts.of("editor.requires.add"));
    add.setOnAction(_ -> {
      if (form.require(other.getValue(), variant.getValue())) {
        variant.setValue(null);
        other.setValue(null);
      }
    });
    HBox line = new HBox(Space.SMALL, other, variant, add);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static ComboBox<String> combo(String id, String name) {
    ComboBox<String> combo = new ComboBox<>();
    combo.setId(id);
    combo.setAccessibleText(name);
    combo.setPromptText(name);
    return combo;
  }

  private static <T> void offer(ComboBox<T> combo, List<T> choices) {
    if (!combo.getItems().equals(choices)) {
      combo.getItems().setAll(choices);
    }
  }
}
