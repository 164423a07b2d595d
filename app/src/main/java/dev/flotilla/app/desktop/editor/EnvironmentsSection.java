package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.Switch;
import dev.flotilla.app.desktop.form.FieldViews;
import dev.flotilla.app.desktop.live.ChoiceMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FieldNames;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One card an environment: on or off, what is served, the rules, and, on demand, a line that adds
/// one and the targeting for what none applies to.
final class EnvironmentsSection extends VBox {
  private static final PseudoClass RULED = PseudoClass.getPseudoClass("ruled");
  private static final double SERVED_WIDTH = 168;
  private static final double NAME_WIDTH = 88;

  private final FlagEditorViewModel model;
  private final Texts texts;
  private final VBox cards = new VBox();

  EnvironmentsSection(FlagEditorViewModel model, Texts texts) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    cards.getStyleClass().add("card-list");
    getChildren().addAll(Labels.of(texts.of("editor.environments"), "section-title"), cards);
    model.environments().addListener((ListChangeListener<EnvironmentForm>) _ -> rebuild());
    rebuild();
  }

  private void rebuild() {
    cards.getChildren().setAll(model.environments().stream().map(this::card).toList());
  }

  private Node card(EnvironmentForm form) {
    String name = form.name();
    Switch toggle = new Switch("editor-switch-" + name, texts.of("flags.switch", key(), name));
    toggle.onAsk(form::turn);
    Label title = Labels.of(name, "medium");
    HBox heading = new HBox(Space.SMALL, mark(toggle, FieldNames.state(name)), title);
    heading.setAlignment(Pos.CENTER_LEFT);
    title.setTooltip(new Tooltip(name));
    title.setMinWidth(NAME_WIDTH);
    title.setMaxWidth(NAME_WIDTH);
    if (form.isProtected()) {
      Node lock = Icons.of(Feather.LOCK);
      Tooltip.install(lock, new Tooltip(texts.of("environment.protected")));
      heading.getChildren().add(lock);
    }
    Node served = mark(served(form), FieldNames.defaultVariant(name));
    ToggleButton rule = ruleToggle(form);
    HBox row = new HBox(Space.SMALL, heading, Regions.spring(), served, rule);
    row.setAlignment(Pos.CENTER_LEFT);
    Label ruled = Labels.of("", "field-hint");
    ruled.setId("editor-ruled-" + name);
    Regions.shownWhile(
        ruled,
        Bindings.createBooleanBinding(
            () ->
                form.settingProperty().get().targeting().isPresent()
                    && !rule.selectedProperty().get(),
            form.settingProperty(),
            rule.selectedProperty()));
    RulesView rules = new RulesView(name, form.rules(), texts);
    VBox card = new VBox(Space.SMALL, row, rules.list(), ruled, rule(form, rule, rules));
    card.getStyleClass().add("card-item");
    form.settingProperty()
        .subscribe(setting -> {
          toggle.setSelected(setting.enabled());
          boolean ruleThere = setting.effectiveTargeting().isPresent();
          boolean rulesThere = !setting.rules().isEmpty();
          ruled.setText(texts.of(rulesThere ? "editor.rule.then" : "editor.rule.first"));
          rule.pseudoClassStateChanged(RULED, ruleThere);
          Buttons.named(rule, texts.of(ruleThere ? "editor.rule.name" : "editor.rule.add", name));
        });
    return card;
  }

  private String key() {
    return model.flagProperty().get().key();
  }

  private ToggleButton ruleToggle(EnvironmentForm form) {
    ToggleButton rule = new ToggleButton();
    rule.setId("editor-rule-" + form.name());
    rule.setGraphic(Icons.of(Feather.CROSSHAIR));
    rule.getStyleClass().setAll("button", "push", "rule-toggle");
    return rule;
  }

  private Node rule(EnvironmentForm form, ToggleButton shown, RulesView rules) {
    VBox field =
        FieldViews.code(
            "editor-targeting-" + form.name(),
            texts.of("editor.rule.name", form.name()),
            form::marks,
            form.targeting(),
            texts);
    Label label = Labels.of("", "field-label");
    form.settingProperty()
        .subscribe(setting ->
            label.setText(
                texts.of(setting.rules().isEmpty() ? "editor.rule.label" : "editor.rule.rest")));
    VBox box =
        new VBox(
            Space.TIGHT,
            rules.addLine(model.flagProperty()),
            label,
            field,
            Labels.wrapped(texts.of("editor.rule.hint"), "field-hint"));
    Regions.shownWhile(box, shown.selectedProperty());
    // Whoever opens the rule wants to write it: typing into the button would close it again.
    shown.setOnAction(_ -> {
      if (shown.isSelected()) {
        field.getChildren().getFirst().requestFocus();
      }
    });
    return box;
  }

  private ComboBox<Optional<String>> served(EnvironmentForm form) {
    ComboBox<Optional<String>> combo =
        ServedBox.of("editor-default-" + form.name(), form, model.flagProperty(), texts);
    combo.setPrefWidth(SERVED_WIDTH);
    return combo;
  }

  private ChoiceMark mark(Region choice, String field) {
    return new ChoiceMark(choice, model.workspace().live(), texts)
        .at(model.flagProperty().get().id(), field);
  }
}
