package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.difference.JsonFields;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// JSON values field by field: each that differs can be taken from another side.
final class JsonView extends VBox {
  private final JsonFields fields;
  private final Map<String, Integer> picked = new HashMap<>();
  private final Label result = Labels.wrapped("", "mono", "side-value");

  /// @param begin what is picked at first, by field
  private JsonView(
      JsonFields fields,
      Map<String, Integer> begin,
      ConflictView conflict,
      Texts texts,
      Consumer<Value.Json> put) {
    super(Space.MEDIUM);
    this.fields = fields;
    picked.putAll(begin);
    List<JsonFields.Field> disputed =
        fields.fields().stream().filter(JsonFields.Field::isDisputed).toList();
    List<String> heads = new ArrayList<>(List.of(texts.of("inbox.json.field")));
    conflict.options().forEach(option -> heads.add(option.who()));
    PickTable table =
        new PickTable(
            heads, disputed.stream().map(field -> line(field, begin, texts)).toList(), this::pick);
    int agreed = fields.fields().size() - disputed.size();
    Button use = Buttons.primary("inbox-json-use", texts.of("inbox.json.use"));
    use.setOnAction(_ -> put.accept(new Value.Json(fields.picked(picked))));
    result.setId("inbox-json-result");
    result.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .addAll(
            table,
            Labels.of(
                texts.of("inbox.json.agreed", agreed)
                    + (begin.isEmpty() ? "" : " " + texts.of("inbox.json.both")),
                "small",
                "faint"),
            new VBox(Space.TIGHT, Labels.of(texts.of("inbox.json.result"), "overline"), result),
            use);
    show();
  }

  /// The fields of a conflict over JSON values that can be divided; none for others. Begins with
  /// what each side changed, where that is known.
  ///
  /// @param before what all of them replaced
  static Optional<JsonView> of(
      ConflictView conflict, Optional<Value> before, Texts texts, Consumer<Value.Json> put) {
    List<String> versions = new ArrayList<>();
    for (ConflictView.Option option : conflict.options()) {
      if (option.alternative().value() instanceof Value.Json(var text)
          && JsonText.parseError(text).isEmpty()) {
        versions.add(text);
      }
    }
    if (!(conflict.conflict() instanceof Conflict.WriteWrite write)
        || isRule(write)
        || versions.size() < conflict.options().size()) {
      return Optional.empty();
    }
    JsonFields fields = JsonFields.of(versions);
    return fields.isDivisible()
        ? Optional.of(new JsonView(fields, changed(versions, before), conflict, texts, put))
        : Optional.empty();
  }

  private static Map<String, Integer> changed(List<String> versions, Optional<Value> before) {
    return before.orElse(Value.absent()) instanceof Value.Json(var text)
            && JsonText.parseError(text).isEmpty()
        ? JsonFields.changed(versions, text)
        : Map.of();
  }

  /// Parts of two conditions are no condition.
  private static boolean isRule(Conflict.WriteWrite write) {
    return switch (FieldPath.parse(write.field())) {
      case FieldPath.Condition _,
          FieldPath.Outcome _,
          FieldPath.Targeting _,
          FieldPath.Evaluator _ ->
          true;
      case FieldPath.Plain _,
          FieldPath.Variant _,
          FieldPath.Metadata _,
          FieldPath.State _,
          FieldPath.Default _,
          FieldPath.Position _,
          FieldPath.Counted _ ->
          false;
    };
  }

  private static PickTable.Line line(
      JsonFields.Field field, Map<String, Integer> begin, Texts texts) {
    String name =
        field
            .element()
            .map(element -> texts.of("inbox.json.has", field.path(), JsonText.compact(element)))
            .orElse(field.path());
    List<String> values =
        field.values().stream()
            .map(value ->
                field.element().isPresent()
                    ? texts.of(value.isPresent() ? "inbox.json.yes" : "inbox.json.no")
                    : value.map(JsonText::compact).orElse(texts.of("inbox.json.absent")))
            .toList();
    return new PickTable.Line(field.id(), name, values, begin.getOrDefault(field.id(), 0));
  }

  private void pick(String field, int side) {
    picked.put(field, side);
    show();
  }

  private void show() {
    result.setText(JsonText.pretty(fields.picked(picked)));
  }
}
