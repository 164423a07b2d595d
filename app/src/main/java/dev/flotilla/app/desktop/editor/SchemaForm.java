package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.code.CodeMark;
import dev.flotilla.app.desktop.control.code.JsonMarks;
import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.EntityFields;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.schema.SchemaFinding;
import dev.flotilla.app.schema.SchemaGuess;
import dev.flotilla.app.schema.SchemaReading;
import dev.flotilla.app.schema.ValueSchema;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The JSON Schema of an object flag, and how its values follow it. Schemas may be large and may
/// come from others, so they are looked at off the FX thread: an answer that is not known yet is an
/// empty one, and [#answeredProperty] changes when it is.
///
/// Thread: FX.
final class SchemaForm {
  private static final int REMEMBERED_MAX = 64;

  /// A value held against a schema; without a value, the schema itself.
  private record Question(String schema, Optional<String> value) {}

  private final UiBridge ui;
  private final Texts texts;
  private final Locale locale;
  private final FieldModel<SortedSet<Dot>> field;
  private final EntityFields fields;
  private final Map<Question, List<CodeMark>> known = new LinkedHashMap<>();
  private final Set<Question> asked = new HashSet<>();
  private final ReadOnlyLongWrapper answered = new ReadOnlyLongWrapper();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private String stored = "";
  private Map<String, Value> variants = Map.of();

  SchemaForm(EntityFields fields, Texts texts, UiBridge ui) {
    this.fields = fields;
    this.texts = texts;
    this.locale = texts.locale();
    this.ui = ui;
    this.field =
        fields.field(
            FieldNames.SCHEMA,
            this::check,
            text -> text.isBlank() ? Value.absent() : new Value.Json(JsonText.compact(text)));
    answered.addListener((_, _, _) -> summarise());
  }

  /// The text of the schema; empty for none.
  FieldModel<SortedSet<Dot>> field() {
    return field;
  }

  /// Changes whenever more is known about a text.
  ReadOnlyLongProperty answeredProperty() {
    return answered.getReadOnlyProperty();
  }

  /// Which variants do not follow the schema, in a sentence; empty when all do.
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  void show(Flag flag, Value schema) {
    variants = flag.variants();
    stored =
        schema instanceof Value.Json(var json) && JsonText.parseError(json).isEmpty() ? json : "";
    field.show(stored.isEmpty() ? "" : JsonText.pretty(stored), fields.seen(FieldNames.SCHEMA));
    answered.set(answered.get() + 1);
  }

  /// A schema that all values follow which are there now.
  String guess() {
    return SchemaGuess.of(
        variants.values().stream()
            .filter(value -> isJson(value))
            .map(value -> ((Value.Json) value).text())
            .toList());
  }

  private static boolean isJson(Value value) {
    return value instanceof Value.Json(var json) && JsonText.parseError(json).isEmpty();
  }

  /// What is wrong with a text as a schema.
  List<CodeMark> schemaMarks(String text) {
    List<CodeMark> syntax = JsonMarks.syntax(text);
    return text.isBlank() || !syntax.isEmpty() ? syntax : ask(new Question(text, Optional.empty()));
  }

  /// What is wrong with a text as a value: no JSON object is an error, one that does not follow the
  /// schema is a warning.
  List<CodeMark> valueMarks(String text) {
    List<CodeMark> syntax = JsonMarks.syntax(text);
    return stored.isEmpty() || text.isBlank() || !syntax.isEmpty()
        ? syntax
        : ask(new Question(stored, Optional.of(text)));
  }

  private Optional<String> check(String text) {
    return schemaMarks(text).stream()
        .filter(mark -> mark.weight() == CodeMark.Weight.ERROR)
        .findFirst()
        .map(mark -> texts.of("code.problem", mark.line(), mark.column(), mark.sentence()));
  }

  private void summarise() {
    List<String> astray = new ArrayList<>();
    variants.forEach((name, value) -> {
      if (isJson(value) && !valueMarks(((Value.Json) value).text()).isEmpty()) {
        astray.add(name);
      }
    });
    summary.set(
        astray.isEmpty()
            ? ""
            : texts.of("flagpage.schema.astray", astray.size(), String.join(", ", astray)));
  }

  private List<CodeMark> ask(Question question) {
    if (!known.containsKey(question) && asked.add(question)) {
      ui.background()
          .execute(() -> {
            List<CodeMark> answer = answer(question, locale);
            ui.execute(() -> remember(question, answer));
          });
    }
    return known.getOrDefault(question, List.of());
  }

  private void remember(Question question, List<CodeMark> answer) {
    asked.remove(question);
    if (known.size() >= REMEMBERED_MAX) {
      known.remove(known.keySet().iterator().next());
    }
    known.put(question, answer);
    answered.set(answered.get() + 1);
  }

  private static List<CodeMark> answer(Question question, Locale locale) {
    return switch (ValueSchema.read(question.schema(), locale)) {
      case SchemaReading.Broken(var findings) ->
          question.value().isPresent() ? List.of() : marks(findings, CodeMark.Weight.ERROR);
      case SchemaReading.Usable(var schema) ->
          question
              .value()
              .map(value -> marks(schema.check(value, locale), CodeMark.Weight.WARNING))
              .orElse(List.of());
    };
  }

  private static List<CodeMark> marks(List<SchemaFinding> findings, CodeMark.Weight weight) {
    return findings.stream()
        .map(finding -> new CodeMark(finding.line(), finding.column(), finding.words(), weight))
        .toList();
  }
}
