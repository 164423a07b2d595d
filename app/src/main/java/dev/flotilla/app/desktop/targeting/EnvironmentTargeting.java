package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.code.CodeField;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FieldNames;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The targeting of a flag in one environment: the rules as a form, the JSON beside it, a context
/// to try below, and a line that saves.
final class EnvironmentTargeting extends BorderPane {
  private static final KeyCodeCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
  private static final int JSON_ROWS = 6;
  private static final int JSON_ROWS_MAX = 60;
  private static final double FORM_SHARE = 0.6;

  private final String id;
  private final TargetingForm form;
  private final Texts texts;
  private final RuleListView rules;

  EnvironmentTargeting(TargetingForm form, Texts texts, Supplier<List<String>> attributes) {
    this.form = form;
    this.texts = texts;
    this.id = "targeting-" + form.environment();
    this.rules = new RuleListView(id, form, texts, attributes);
    getStyleClass().add("environment-targeting");
    Place.mark(this, form.entity(), FieldNames.targeting(form.environment()));
    VBox left = new VBox(Space.MEDIUM, off(), rules);
    left.getStyleClass().add("targeting-form");
    VBox right =
        new VBox(Space.SMALL, Labels.of(texts.of("targeting.json"), "field-label"), json());
    right.getStyleClass().add("targeting-json");
    SplitPane halves = new SplitPane(scroll("form", left), scroll("json", right));
    halves.setDividerPositions(FORM_SHARE);
    halves.getStyleClass().add("targeting-halves");
    setCenter(halves);
    setBottom(new VBox(new TryLine(id, form, texts), saving()));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SAVE.match(event)) {
            form.save();
            event.consume();
          }
        });
  }

  TargetingForm form() {
    return form;
  }

  RuleListView rules() {
    return rules;
  }

  void release() {
    rules.release();
  }

  private Node off() {
    Notice off = new Notice(Notice.Tone.NEUTRAL, texts.of("targeting.off", form.environment()));
    return Regions.shownWhile(off, form.settingProperty().map(setting -> !setting.enabled()));
  }

  private Node json() {
    CodeField code =
        new CodeField(id + "-json", texts.of("targeting.json"), texts)
            .rows(JSON_ROWS, JSON_ROWS_MAX)
            .check(form::marks);
    code.textProperty().bindBidirectional(form.jsonProperty());
    return code;
  }

  private ScrollPane scroll(String part, Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setId(id + "-scroll-" + part);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setMinWidth(220);
    return scroll;
  }

  private Node saving() {
    Label problem = FormField.errorLabel(id + "-problem", form.problemProperty());
    HBox.setHgrow(problem, Priority.ALWAYS);
    Label unsaved = Labels.of(texts.of("targeting.unsaved"), "medium");
    Regions.shownWhile(unsaved, form.problemProperty().isEmpty());
    Button discard = Buttons.plain(id + "-discard", texts.of("targeting.discard"));
    discard.setOnAction(_ -> form.discard());
    Button save = Buttons.primary(id + "-save", texts.of("targeting.save", form.environment()));
    save.disableProperty().bind(form.problemProperty().isNotEmpty());
    save.setOnAction(_ -> form.save());
    HBox line = new HBox(Space.SMALL, unsaved, problem, Regions.spring(), discard, save);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("targeting-saving");
    return Regions.shownWhile(line, form.changedProperty());
  }
}
