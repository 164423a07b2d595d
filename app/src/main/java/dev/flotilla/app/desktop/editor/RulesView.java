package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.KeptRows;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Flag;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The targeting rules of a flag in one environment, in the order in which they are tried.
final class RulesView {
  private static final double SERVED_WIDTH = 120;
  private static final double PLACE_WIDTH = 16;

  private final String environment;
  private final RulesForm form;
  private final Texts texts;

  RulesView(String environment, RulesForm form, Texts texts) {
    this.environment = environment;
    this.form = form;
    this.texts = texts;
  }

  /// The rules that are there; takes no room without any.
  Node list() {
    return new KeptRows<>(Space.TIGHT, form.rows(), this::row);
  }

  private Node row(RuleRow rule) {
    Label place = Labels.of(Integer.toString(rule.place()), "small", "faint");
    place.setMinWidth(PLACE_WIDTH);
    place.setTooltip(new Tooltip(texts.of("editor.rules.id", rule.id())));
    Label condition = oneLine(rule.condition(), rule.conditionInFull(), "soft");
    HBox serves =
        new HBox(
            Space.TIGHT,
            Icons.of(Feather.ARROW_RIGHT),
            oneLine(rule.outcome(), rule.outcome(), "medium"));
    serves.setAlignment(Pos.CENTER_LEFT);
    if (rule.conflicted()) {
      Node mark = Icons.of(Feather.GIT_MERGE, "rule-conflict");
      Tooltip.install(mark, new Tooltip(texts.of("flags.conflict.tooltip")));
      serves.getChildren().add(mark);
    }
    VBox lines = new VBox(Space.HAIR, condition, serves);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox row = new HBox(Space.SMALL, place, lines, up(rule), down(rule), remove(rule));
    row.setId("rule-" + environment + "-" + rule.place());
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label oneLine(String text, String inFull, String style) {
    Label label = Labels.of(text, style, "small");
    label.setTooltip(new Tooltip(inFull));
    label.setMinWidth(0);
    return label;
  }

  private Button up(RuleRow rule) {
    Button up =
        button(
            "up", rule, Feather.CHEVRON_UP, texts.of("editor.rules.up", rule.place(), environment));
    up.setDisable(rule.place() == 1);
    up.setOnAction(_ -> form.moveUp(rule));
    return up;
  }

  private Button down(RuleRow rule) {
    Button down =
        button(
            "down",
            rule,
            Feather.CHEVRON_DOWN,
            texts.of("editor.rules.down", rule.place(), environment));
    down.setDisable(rule.isLast());
    down.setOnAction(_ -> form.moveDown(rule));
    return down;
  }

  private Button remove(RuleRow rule) {
    Button remove =
        button(
            "remove", rule, Feather.X, texts.of("editor.rules.remove", rule.place(), environment));
    remove.setOnAction(_ -> form.remove(rule));
    return remove;
  }

  private Button button(String what, RuleRow rule, Feather icon, String name) {
    return Buttons.icon("rule-" + what + "-" + environment + "-" + rule.place(), icon, name);
  }

  /// The line that adds a rule.
  Node addLine(ObservableValue<Flag> flag) {
    TextField condition = new TextField();
    condition.setId("rule-new-condition-" + environment);
    condition.setPromptText(texts.of("editor.rules.prompt"));
    condition.setAccessibleText(texts.of("editor.rules.condition"));
    condition.getStyleClass().add("mono");
    HBox.setHgrow(condition, Priority.ALWAYS);
    ComboBox<String> served = new ComboBox<>();
    served.setId("rule-new-serves-" + environment);
    served.setAccessibleText(texts.of("editor.rules.serves"));
    served.setPromptText(texts.of("editor.rules.serves"));
    served.setPrefWidth(SERVED_WIDTH);
    flag.subscribe(now -> {
      List<String> variants = List.copyOf(now.variants().keySet());
      if (!served.getItems().equals(variants)) {
        served.getItems().setAll(variants);
      }
    });
    Button add =
        Buttons.icon(
            "rule-add-" + environment, Feather.PLUS, texts.of("editor.rules.add", environment));
    Runnable submit =
        () -> {
          if (form.add(condition.getText(), served.getValue())) {
            condition.clear();
            served.setValue(null);
          }
        };
    add.setOnAction(_ -> submit.run());
    condition.setOnAction(_ -> submit.run());
    HBox line = new HBox(Space.SMALL, condition, served, add);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(
        Space.TIGHT,
        Labels.of(texts.of("editor.rules.new"), "field-label"),
        line,
        FormField.errorLabel("rule-problem-" + environment, form.problemProperty()));
  }
}
