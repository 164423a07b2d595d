package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Flag;
import dev.flotilla.openfeature.evaluate.Verdict;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// A context to try, and what the flag answers to it.
final class TryLine extends HBox {
  private final TargetingForm form;
  private final Texts texts;
  private final Label answer = Labels.of("", "medium");

  TryLine(String id, TargetingForm form, Texts texts) {
    super(Space.SMALL);
    this.form = form;
    this.texts = texts;
    getStyleClass().add("try-line");
    setAlignment(Pos.CENTER_LEFT);
    TextField context = new TextField();
    context.setId(id + "-try");
    context.setPromptText(texts.of("targeting.try.prompt"));
    context.setAccessibleText(texts.of("targeting.try"));
    context.setTooltip(new Tooltip(texts.of("targeting.try.hint")));
    context.getStyleClass().add("mono");
    context.textProperty().bindBidirectional(form.contextProperty());
    HBox.setHgrow(context, Priority.ALWAYS);
    answer.setId(id + "-try-answer");
    answer.setMinWidth(0);
    answer.setWrapText(true);
    form.triedProperty().subscribe(this::show);
    Label lead = Labels.of(texts.of("targeting.try"), "field-label");
    lead.setLabelFor(context);
    lead.setMinWidth(Label.USE_PREF_SIZE);
    getChildren().addAll(Icons.of(Feather.PLAY_CIRCLE), lead, context, answer);
  }

  private void show(Optional<Tried> tried) {
    String sentence =
        tried
            .map(now ->
                switch (now) {
                  case Tried.Unreadable(var at) -> texts.of("targeting.try.unreadable", at);
                  case Tried.Answer(var verdict) -> words(verdict);
                })
            .orElse("");
    answer.setText(sentence);
    answer.setVisible(!sentence.isEmpty());
    answer.setManaged(!sentence.isEmpty());
  }

  private String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Off _ -> texts.of("targeting.try.off");
      case Verdict.Serves(int rule, var variant) -> by(rule, served(variant));
      case Verdict.Default(int rule, var variant) ->
          by(rule, variant.map(this::served).orElseGet(() -> texts.of("targeting.words.code")));
      case Verdict.NoVariant(int rule, var given) ->
          by(rule, texts.of("targeting.try.noVariant", given));
      case Verdict.Broken(int rule, var reason) ->
          by(rule, texts.of("targeting.try.broken", reason));
    };
  }

  private String by(int rule, String what) {
    return rule == Verdict.NO_RULE
        ? texts.of("targeting.try.otherwise", what)
        : texts.of("targeting.try.rule", rule, what);
  }

  private String served(String variant) {
    return form.flag()
        .map(Flag::variants)
        .map(variants -> variants.get(variant))
        .map(value -> texts.of("targeting.try.value", variant, Values.brief(value)))
        .orElse(variant);
  }
}
