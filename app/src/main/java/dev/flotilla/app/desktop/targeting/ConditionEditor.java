package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.targeting.Condition;
import dev.flotilla.openfeature.targeting.Condition.Always;
import dev.flotilla.openfeature.targeting.Condition.Group;
import dev.flotilla.openfeature.targeting.Condition.Match;
import dev.flotilla.openfeature.targeting.Condition.Raw;
import dev.flotilla.openfeature.targeting.Condition.Segment;
import dev.flotilla.openfeature.targeting.Condition.Shared;
import dev.flotilla.openfeature.targeting.Condition.Test;
import dev.flotilla.openfeature.targeting.ConditionText;
import dev.flotilla.openfeature.targeting.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A condition as a form. Shows another one only when it is told to; what is typed into it stays
/// where it is typed.
final class ConditionEditor extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final FormContext context;
  private final int depth;
  private final Consumer<Condition> onEdit;
  private Condition condition = new Always();

  ConditionEditor(FormContext context, int depth, Condition condition, Consumer<Condition> onEdit) {
    super(Space.SMALL);
    this.context = context;
    this.depth = depth;
    this.onEdit = onEdit;
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    build(condition);
  }

  /// Shows what was edited elsewhere.
  void show(Condition newest) {
    // Values know where they stood in their text, which says nothing here.
    if (!ConditionText.json(newest).equals(ConditionText.json(condition))) {
      build(newest);
    }
  }

  private void edit(Condition edited) {
    condition = edited;
    onEdit.accept(edited);
  }

  private void restructure(Condition edited) {
    build(edited);
    onEdit.accept(edited);
  }

  private void build(Condition newest) {
    condition = newest;
    getChildren()
        .setAll(
            switch (newest) {
              case Group group -> group(group);
              case Always _ -> List.of(adders());
              case Test _, Segment _, Shared _, Raw _ ->
                  depth > 1 ? List.of(leaf(newest)) : List.of(only(newest), adders());
            });
  }

  private Node only(Condition leaf) {
    Button remove = remove("0");
    remove.setOnAction(_ -> restructure(new Always()));
    return row(leaf(leaf), remove);
  }

  private Node leaf(Condition leaf) {
    return switch (leaf) {
      case Test _, Segment _ -> grown(new TestRow(context, leaf, this::edit));
      case Shared shared -> grown(shared(shared));
      case Raw(var json) -> grown(raw(json));
      case Always _, Group _ -> new ConditionEditor(context, depth, leaf, this::edit);
    };
  }

  private static <N extends Node> N grown(N node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }

  private Node shared(Shared shared) {
    var names = new ArrayList<>(context.form().sharedRules());
    if (!names.contains(shared.name())) {
      names.addFirst(shared.name());
    }
    ComboBox<Boolean> holds =
        Options.box(
            context.id() + "-holds",
            context.texts().of("targeting.operator"),
            List.of(true, false),
            shared.holds(),
            yes ->
                context.texts().of(yes ? "targeting.shared.holds" : "targeting.shared.holdsNot"));
    ComboBox<String> name =
        Options.box(
            context.id() + "-shared",
            context.texts().of("targeting.shared"),
            names,
            shared.name(),
            each -> each);
    Runnable tell = () -> edit(new Shared(name.getValue(), holds.getValue()));
    Options.then(holds, _ -> tell.run());
    Options.then(name, _ -> tell.run());
    return new HBox(Space.SMALL, holds, name);
  }

  private Node raw(String json) {
    TextField field = new TextField(json);
    field.setId(context.id() + "-json");
    field.setAccessibleText(context.texts().of("targeting.raw"));
    field.setPromptText("{ }");
    field.getStyleClass().add("mono");
    field
        .textProperty()
        .addListener((_, _, typed) -> {
          boolean wrong = JsonText.parseError(typed).isPresent();
          field.pseudoClassStateChanged(DANGER, wrong);
          if (!wrong) {
            edit(new Raw(JsonText.compact(typed)));
          }
        });
    return field;
  }

  private List<Node> group(Group group) {
    ComboBox<Match> match =
        Options.box(
            context.id() + "-match",
            context.texts().of("targeting.match"),
            List.of(Match.values()),
            group.match(),
            each -> context.texts().of("targeting.match." + each.name().toLowerCase(Locale.ROOT)));
    Options.then(match, chosen -> edit(new Group(chosen, members())));
    HBox head = new HBox(Space.SMALL, match);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox rows = new VBox(Space.SMALL);
    rows.getStyleClass().add("condition-members");
    for (int at = 0; at < group.members().size(); at++) {
      rows.getChildren().add(member(at, group.members().get(at)));
    }
    rows.getChildren().add(adders());
    return List.of(head, rows);
  }

  private Node member(int at, Condition member) {
    ConditionEditor editor =
        new ConditionEditor(
            context.in(Integer.toString(at + 1)),
            depth + 1,
            member,
            edited -> {
              var members = new ArrayList<>(members());
              members.set(at, edited);
              edit(new Group(match(), members));
            });
    Button remove = remove(Integer.toString(at + 1));
    remove.setOnAction(_ -> {
      var members = new ArrayList<>(members());
      members.remove(at);
      restructure(simplest(members));
    });
    return row(editor, remove);
  }

  private Condition simplest(List<Condition> members) {
    if (members.isEmpty()) {
      return new Always();
    }
    return members.size() == 1 && match() != Match.NONE
        ? members.getFirst()
        : new Group(match(), members);
  }

  private Match match() {
    return condition instanceof Group(var match, var _) ? match : Match.ALL;
  }

  private List<Condition> members() {
    return switch (condition) {
      case Group(var _, var members) -> members;
      case Always _ -> List.of();
      case Condition one -> List.of(one);
    };
  }

  private Button remove(String part) {
    return Buttons.icon(
        context.id() + "-remove-" + part,
        Feather.X,
        context.texts().of("targeting.condition.remove"));
  }

  private static Node row(Node content, Node remove) {
    HBox row = new HBox(Space.TIGHT, content, remove);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Node adders() {
    Button test =
        Buttons.quiet(context.id() + "-add", "+ " + context.texts().of("targeting.condition.add"));
    test.setOnAction(_ -> add(new Test("", Operator.IS, List.of(Literals.text("")))));
    HBox adders = new HBox(Space.TIGHT, test);
    if (!context.form().tagSets().isEmpty()) {
      Button segment =
          Buttons.quiet(
              context.id() + "-add-segment", "+ " + context.texts().of("targeting.segment.add"));
      segment.setOnAction(_ -> add(new Segment(subject(), true, firstTagSet())));
      adders.getChildren().add(segment);
    }
    if (depth < Condition.DEPTH_MAX && !(condition instanceof Always)) {
      Button group =
          Buttons.quiet(
              context.id() + "-add-group", "+ " + context.texts().of("targeting.group.add"));
      group.setOnAction(_ ->
          add(
              new Group(
                  match() == Match.ANY ? Match.ALL : Match.ANY,
                  List.of(new Test("", Operator.IS, List.of(Literals.text("")))))));
      adders.getChildren().add(group);
    }
    if (!context.form().sharedRules().isEmpty()) {
      Button shared =
          Buttons.quiet(
              context.id() + "-add-shared", "+ " + context.texts().of("targeting.shared.add"));
      shared.setOnAction(
          _ -> add(new Shared(context.form().sharedRules().iterator().next(), true)));
      adders.getChildren().add(shared);
    }
    if (condition instanceof Always) {
      adders
          .getChildren()
          .addFirst(Labels.of(context.texts().of("targeting.always"), "soft", "adder-lead"));
    }
    adders.setAlignment(Pos.CENTER_LEFT);
    return adders;
  }

  private String subject() {
    return context.attributes().get().stream().findFirst().orElse(KnownAttributes.SUBJECT);
  }

  private String firstTagSet() {
    return context.form().tagSets().keySet().iterator().next();
  }

  private void add(Condition another) {
    var members = new ArrayList<>(members());
    members.add(another);
    restructure(members.size() == 1 && depth == 1 ? another : new Group(match(), members));
  }
}
