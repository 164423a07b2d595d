package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.session.EntityFields;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.TargetingCheck;
import dev.flotilla.openfeature.json.JsonError;
import dev.flotilla.openfeature.json.JsonText;
import java.util.Optional;
import java.util.SortedSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A flag in one environment: on or off, the default variant, the rules, and targeting where none
/// of them applies.
public final class EnvironmentForm {
  private final Environment environment;
  private final EntityFields fields;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<FlagSetting> setting =
      new ReadOnlyObjectWrapper<>(FlagSetting.OFF);
  private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper("");
  private final FieldModel<SortedSet<Dot>> targeting;
  private final RulesForm rules;

  EnvironmentForm(Environment environment, EntityFields fields, Texts texts) {
    this.environment = environment;
    this.fields = fields;
    this.texts = texts;
    this.rules = new RulesForm(environment.name(), fields, texts);
    this.targeting =
        fields.field(
            FieldNames.targeting(environment.name()),
            this::check,
            text -> text.isBlank() ? new Value.Absent() : new Value.Json(JsonText.compact(text)));
  }

  String name() {
    return environment.name();
  }

  boolean isProtected() {
    return environment.isProtected();
  }

  ReadOnlyObjectProperty<FlagSetting> settingProperty() {
    return setting.getReadOnlyProperty();
  }

  FieldModel<SortedSet<Dot>> targeting() {
    return targeting;
  }

  RulesForm rules() {
    return rules;
  }

  /// What is doubtful about a rule that can be saved.
  ReadOnlyStringProperty adviceProperty() {
    return advice.getReadOnlyProperty();
  }

  void show(FlagSetting newer) {
    setting.set(newer);
    rules.show(newer);
    targeting.show(
        newer.targeting().map(JsonText::pretty).orElse(""),
        fields.seen(FieldNames.targeting(environment.name())));
  }

  void turn(boolean on) {
    fields.set(FieldNames.state(environment.name()), new Value.Bool(on));
  }

  /// Chooses the variant that is served without a rule; none leaves it to the application's code.
  void serve(Optional<String> variant) {
    if (!variant.equals(setting.get().defaultVariant())) {
      fields.set(
          FieldNames.defaultVariant(environment.name()),
          variant.<Value>map(Value.Text::new).orElseGet(Value.Absent::new));
    }
  }

  private Optional<String> check(String text) {
    advice.set("");
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<JsonError> error = JsonText.parseError(text);
    if (error.isPresent()) {
      JsonError wrong = error.get();
      return Optional.of(texts.of("value.notJson", wrong.line(), wrong.column(), wrong.sentence()));
    }
    for (var finding : TargetingCheck.check(text, environment.evaluators())) {
      if (finding.isError()) {
        return Optional.of(finding.toString());
      }
      advice.set(finding.toString());
    }
    return Optional.empty();
  }
}
