package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.targeting.Outcome;
import dev.flotilla.openfeature.targeting.Outcome.Raw;
import dev.flotilla.openfeature.targeting.Outcome.Seed;
import dev.flotilla.openfeature.targeting.Outcome.Serve;
import dev.flotilla.openfeature.targeting.Outcome.Share;
import dev.flotilla.openfeature.targeting.Outcome.Split;
import dev.flotilla.openfeature.targeting.Outcome.ToDefault;
import dev.flotilla.openfeature.targeting.OutcomeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a rule leads to, as a form: a variant, the default, a split, or JSON.
final class OutcomeEditor extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
  private static final double CHOICE_WIDTH = 200;

  private final FormContext context;
  private final Supplier<String> attribute;
  private final Consumer<Outcome> onEdit;
  private Outcome outcome;

  /// What the first box offers.
  private sealed interface Choice {
    record Of(Outcome outcome) implements Choice {}

    record ASplit() implements Choice {}

    record AsJson() implements Choice {}
  }

  /// `attribute` says by what a new split divides.
  OutcomeEditor(
      FormContext context, Outcome outcome, Supplier<String> attribute, Consumer<Outcome> onEdit) {
    super(Space.SMALL);
    this.context = context;
    this.attribute = attribute;
    this.onEdit = onEdit;
    this.outcome = outcome;
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    build(outcome);
  }

  /// Shows what was edited elsewhere.
  void show(Outcome newest) {
    if (!OutcomeText.value(newest).equals(OutcomeText.value(outcome))) {
      build(newest);
    }
  }

  private void edit(Outcome edited) {
    outcome = edited;
    onEdit.accept(edited);
  }

  private void build(Outcome newest) {
    outcome = newest;
    List<Choice> choices = new ArrayList<>();
    context.form().variants().forEach(variant -> choices.add(new Choice.Of(new Serve(variant))));
    choices.add(new Choice.Of(new ToDefault()));
    choices.add(new Choice.ASplit());
    Choice chosen =
        switch (newest) {
          case Serve _, ToDefault _ -> new Choice.Of(newest);
          case Split _ -> new Choice.ASplit();
          case Raw _ -> new Choice.AsJson();
        };
    if (!choices.contains(chosen)) {
      choices.add(chosen);
    }
    ComboBox<Choice> box =
        Options.box(
            context.id() + "-serves",
            context.texts().of("targeting.serves"),
            choices,
            chosen,
            this::words);
    box.setPrefWidth(CHOICE_WIDTH);
    Options.then(box, this::choose);
    getChildren().setAll(box);
    switch (newest) {
      case Split split -> getChildren().add(new SplitEditor(context, split, this::edit));
      case Raw(var json) -> getChildren().add(raw(json));
      case Serve _, ToDefault _ -> {}
    }
  }

  private String words(Choice choice) {
    return switch (choice) {
      case Choice.Of(var plain) -> context.words().outcome(plain);
      case Choice.ASplit _ -> context.texts().of("targeting.split");
      case Choice.AsJson _ -> context.texts().of("targeting.raw");
    };
  }

  private void choose(Choice choice) {
    Outcome wanted =
        switch (choice) {
          case Choice.Of(var plain) -> plain;
          case Choice.ASplit _ -> outcome instanceof Split split ? split : newSplit();
          case Choice.AsJson _ -> outcome;
        };
    if (!wanted.equals(outcome)) {
      build(wanted);
      onEdit.accept(wanted);
    }
  }

  private Split newSplit() {
    var variants = context.form().variants();
    var first = outcome instanceof Serve(var variant) ? variant : variants.getFirst();
    var second = variants.stream().filter(variant -> !variant.equals(first)).findFirst();
    return new Split(
        Seed.of(attribute.get()),
        List.of(new Share(Optional.of(first), 50), new Share(second, 50)));
  }

  private Node raw(String json) {
    TextField field = new TextField(json);
    field.setId(context.id() + "-outcome-json");
    field.setAccessibleText(context.texts().of("targeting.raw"));
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
}
