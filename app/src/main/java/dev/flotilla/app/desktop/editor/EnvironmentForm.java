package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.code.CodeMark;
import dev.flotilla.app.desktop.control.code.JsonMarks;
import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.session.EntityFields;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.TargetingCheck;
import dev.flotilla.openfeature.json.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A flag in one environment: on or off, the default variant, the rules, and targeting where none
/// of them applies.
public final class EnvironmentForm {
  private final EntityFields fields;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<FlagSetting> setting =
      new ReadOnlyObjectWrapper<>(FlagSetting.OFF);
  private final FieldModel<SortedSet<Dot>> targeting;
  private final RulesForm rules;
  private Environment environment;

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

  /// The newest state of the environment. True if it looks different now.
  boolean is(Environment newer) {
    boolean differs = environment.isProtected() != newer.isProtected();
    environment = newer;
    return differs;
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

  /// What is wrong with a text as targeting, and what is doubtful.
  List<CodeMark> marks(String text) {
    List<CodeMark> syntax = JsonMarks.syntax(text);
    if (text.isBlank() || !syntax.isEmpty()) {
      return syntax;
    }
    return TargetingCheck.check(text, environment.evaluators()).stream()
        .map(EnvironmentForm::mark)
        .toList();
  }

  private static CodeMark mark(Finding finding) {
    return new CodeMark(
        Math.max(1, finding.line()),
        Math.max(1, finding.column()),
        finding.reason(),
        finding.isError() ? CodeMark.Weight.ERROR : CodeMark.Weight.WARNING);
  }

  private Optional<String> check(String text) {
    return marks(text).stream()
        .filter(mark -> mark.weight() == CodeMark.Weight.ERROR)
        .findFirst()
        .map(mark -> texts.of("code.problem", mark.line(), mark.column(), mark.sentence()));
  }
}
