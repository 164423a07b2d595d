package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.session.EntityFields;
import dev.flotilla.app.desktop.targeting.RuleWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.TargetingCheck;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.targeting.LogicText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The ordered targeting rules of a flag in one environment.
///
/// Thread: FX.
final class RulesForm {
  private final String environment;
  private final EntityFields fields;
  private final Texts texts;
  private final RuleWords words;
  private final ObservableList<RuleRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  RulesForm(String environment, EntityFields fields, Texts texts) {
    this.environment = environment;
    this.fields = fields;
    this.texts = texts;
    this.words = new RuleWords(texts);
  }

  ObservableList<RuleRow> rows() {
    return rows;
  }

  /// What was wrong with the last rule that was to be added.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void show(FlagSetting setting) {
    List<RuleRow> newest = new ArrayList<>();
    for (Rule rule : setting.rules()) {
      int place = newest.size() + 1;
      newest.add(row(rule, place, place == setting.rules().size()));
    }
    if (!rows.equals(newest)) {
      rows.setAll(newest);
    }
  }

  private RuleRow row(Rule rule, int place, boolean isLast) {
    String inWords = words.condition(rule.draft());
    return new RuleRow(
        rule.id(),
        place,
        isLast,
        inWords,
        rule.condition().map(RulesForm::laidOut).orElse(inWords),
        rule.outcome().isPresent() ? words.outcome(rule.draft()) : texts.of("field.absent"),
        rule.conflicted());
  }

  // What others wrote may be anything.
  private static String laidOut(String json) {
    return JsonText.parseError(json).isEmpty() ? LogicText.pretty(json) : json;
  }

  void moveUp(RuleRow row) {
    move(row, new Place.Before(rows.get(row.place() - 2).id()));
  }

  void moveDown(RuleRow row) {
    move(row, new Place.After(rows.get(row.place()).id()));
  }

  private void move(RuleRow row, Place place) {
    edit(new Edit.MoveRule(key(), environment, row.id(), place));
  }

  void remove(RuleRow row) {
    edit(new Edit.RemoveRule(key(), environment, row.id()));
  }

  /// Adds a rule after the others; without a condition it always applies. True when it was sent.
  boolean add(String condition, @Nullable String variant) {
    problem.set("");
    Optional<String> wrong = wrong(condition);
    if (wrong.isPresent() || variant == null) {
      problem.set(wrong.orElseGet(() -> texts.of("editor.rules.unserved")));
      return false;
    }
    Optional<String> compact =
        condition.isBlank() ? Optional.empty() : Optional.of(JsonText.compact(condition));
    var draft = new RuleDraft(compact, Value.of(variant));
    edit(new Edit.AddRule(key(), environment, draft, new Place.Last()));
    return true;
  }

  private static Optional<String> wrong(String condition) {
    return condition.isBlank()
        ? Optional.empty()
        : TargetingCheck.checkPart(condition).stream()
            .filter(Finding::isError)
            .findFirst()
            .map(Finding::toString);
  }

  private String key() {
    return fields.entity().key();
  }

  private void edit(Edit edit) {
    fields.edit(texts.of("editor.rules.changed", key(), environment), edit);
  }
}
