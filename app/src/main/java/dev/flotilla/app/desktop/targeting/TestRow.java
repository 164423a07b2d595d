package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.TagField;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.targeting.Condition;
import dev.flotilla.openfeature.targeting.Condition.Segment;
import dev.flotilla.openfeature.targeting.Condition.Test;
import dev.flotilla.openfeature.targeting.Operator;
import dev.flotilla.openfeature.targeting.Operator.Operands;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One test: attribute, operator, value.
final class TestRow extends HBox {
  private static final double ATTRIBUTE_WIDTH = 136;
  private static final double KIND_WIDTH = 148;

  /// "is one of" is read whole.
  private static final double KIND_LEAST = 108;

  private final FormContext context;
  private final Consumer<Condition> onEdit;
  private Condition condition;

  TestRow(FormContext context, Condition condition, Consumer<Condition> onEdit) {
    super(Space.SMALL);
    this.context = context;
    this.condition = condition;
    this.onEdit = onEdit;
    setAlignment(Pos.TOP_LEFT);
    rebuild();
  }

  private void rebuild() {
    AttributeField attribute =
        new AttributeField(
                context.id() + "-attribute",
                context.texts().of("targeting.attribute"),
                context.attributes(),
                typed -> edit(TestKind.withAttribute(condition, typed)))
            .showing(TestKind.attribute(condition));
    attribute.setMinWidth(ATTRIBUTE_WIDTH / 2);
    attribute.setPrefWidth(ATTRIBUTE_WIDTH);
    ComboBox<TestKind> kind =
        Options.box(
            context.id() + "-operator",
            context.texts().of("targeting.operator"),
            TestKind.all(),
            TestKind.of(condition),
            this::words);
    kind.setMinWidth(KIND_LEAST);
    kind.setPrefWidth(KIND_WIDTH);
    kind.setVisibleRowCount(14);
    Options.then(kind, this::choose);
    getChildren().setAll(attribute, kind);
    values()
        .forEach(value -> {
          HBox.setHgrow(value, Priority.ALWAYS);
          getChildren().add(value);
        });
  }

  private String words(TestKind kind) {
    return switch (kind) {
      case TestKind.ByOperator(var operator) -> context.words().operator(operator);
      case TestKind.BySegment(boolean inside) ->
          context.texts().of(inside ? "targeting.kind.inside" : "targeting.kind.outside");
    };
  }

  private void choose(TestKind kind) {
    if (!kind.equals(TestKind.of(condition))) {
      edit(
          kind.applied(
              condition, context.form().tagSets().keySet().stream().findFirst().orElse("")));
      rebuild();
    }
  }

  private void edit(Condition edited) {
    condition = edited;
    onEdit.accept(edited);
  }

  private List<Node> values() {
    return switch (condition) {
      case Segment segment -> List.of(tagSets(segment));
      case Test test ->
          switch (test.operator().operands()) {
            case NOTHING -> List.of();
            case ONE, TEXT, VERSION -> List.of(field(test, 0));
            case TWO -> List.of(field(test, 0), and(), field(test, 1));
            case LIST -> List.of(list());
          };
      case Condition _ -> List.of();
    };
  }

  private Node and() {
    HBox and = new HBox(Labels.of(context.texts().of("targeting.words.and"), "soft"));
    and.setAlignment(Pos.CENTER);
    and.setMinHeight(30);
    return and;
  }

  private Node field(Test test, int at) {
    boolean text =
        test.operator().operands() == Operands.TEXT
            || test.operator().operands() == Operands.VERSION;
    JsonValue now = at < test.values().size() ? test.values().get(at) : Literals.text("");
    TextField field = new TextField(text ? Literals.showText(now) : Literals.show(now));
    field.setId(context.id() + "-value" + (at == 0 ? "" : "-" + (at + 1)));
    field.setAccessibleText(context.texts().of("targeting.value"));
    field.setPromptText(
        context
            .texts()
            .of(
                test.operator().operands() == Operands.VERSION
                    ? "targeting.value.version"
                    : "targeting.value"));
    field.getStyleClass().add("mono");
    field.setMinWidth(64);
    field
        .textProperty()
        .addListener(
            (_, _, typed) -> setValue(at, text ? Literals.text(typed) : Literals.parse(typed)));
    return field;
  }

  private void setValue(int at, JsonValue value) {
    if (condition instanceof Test(var attribute, var operator, var values)) {
      var changed = new ArrayList<>(values);
      while (changed.size() <= at) {
        changed.add(Literals.text(""));
      }
      changed.set(at, value);
      edit(new Test(attribute, operator, changed));
    }
  }

  private Node list() {
    TagField[] made = new TagField[1];
    TagField field =
        new TagField(
            context.id() + "-values",
            context.texts().of("targeting.values.add"),
            value -> context.texts().of("targeting.values.remove", value),
            added -> changeList(made[0], Literals.parse(added), true),
            removed -> changeList(made[0], Literals.parse(removed), false));
    made[0] = field;
    field.setMinWidth(64);
    showList(field);
    return field;
  }

  private void showList(TagField field) {
    if (condition instanceof Test(var _, Operator _, var values)) {
      field.show(values.stream().map(Literals::show).toList(), List.of(), _ -> Hue.GRAY);
    }
  }

  private void changeList(TagField field, JsonValue value, boolean add) {
    if (condition instanceof Test(var attribute, var operator, var values)) {
      var changed = new ArrayList<>(values);
      changed.removeIf(known -> known.sameAs(value));
      if (add) {
        changed.add(value);
      }
      edit(new Test(attribute, operator, changed));
      showList(field);
    }
  }

  private Node tagSets(Segment segment) {
    var sizes = context.form().tagSets();
    var keys = new ArrayList<>(sizes.keySet());
    if (!keys.contains(segment.tagSet())) {
      keys.addFirst(segment.tagSet());
    }
    ComboBox<String> box =
        Options.box(
            context.id() + "-tagset",
            context.texts().of("targeting.tagSet"),
            keys,
            segment.tagSet(),
            key -> tagSet(key, sizes.get(key)));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(96);
    return Options.then(
        box,
        chosen -> {
          if (condition instanceof Segment(var attribute, boolean inside, var _)) {
            edit(new Segment(attribute, inside, chosen));
          }
        });
  }

  private String tagSet(String key, @Nullable Integer size) {
    if (key.isEmpty()) {
      return context.texts().of("targeting.tagSet.choose");
    }
    return size == null
        ? context.texts().of("targeting.tagSet.gone", key)
        : context.texts().of("targeting.tagSet.sized", key, size);
  }
}
