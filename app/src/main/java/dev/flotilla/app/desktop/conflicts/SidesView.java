package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.history.RuleNames;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The sides of a decision beside each other, and below them what can be made of several of them.
final class SidesView extends VBox {
  /// Sides that stand beside each other; more go on below.
  private static final int BESIDE = 3;

  private final InboxEntry entry;
  private final InboxViewModel.Looked looked;
  private final InboxViewModel model;
  private final Texts texts;

  SidesView(InboxEntry entry, InboxViewModel.Looked looked, InboxViewModel model) {
    super(Space.MEDIUM);
    this.entry = entry;
    this.looked = looked;
    this.model = model;
    this.texts = model.texts();
    ConflictView first = entry.first();
    Optional<JsonView> json =
        JsonView.of(first, looked.of(first).before(), texts, value -> put(first, value));
    before(first).ifPresent(getChildren()::add);
    if (entry.conflicts().size() > 1) {
      set();
    } else {
      getChildren().add(cards(first, json.isEmpty()));
      json.ifPresent(getChildren()::add);
      FlowPane ways = new FlowPane(Space.SMALL, Space.SMALL);
      together(first).ifPresent(text -> getChildren().add(together(first, text)));
      for (ConflictView.Action action : first.actions()) {
        Button button = Buttons.plain("inbox-" + action.id(), action.text());
        button.setOnAction(_ -> decide(action.text(), first, action.choice()));
        ways.getChildren().add(button);
      }
      Optional<OwnValueView> own =
          OwnValue.of(model.model().workspace(), first.conflict())
              .map(one ->
                  new OwnValueView(
                      one,
                      together(first).orElse(one.draft()),
                      ownWords(first.conflict()),
                      texts,
                      value -> put(first, value)));
      own.ifPresent(view -> ways.getChildren().add(view.opener()));
      if (!ways.getChildren().isEmpty()) {
        getChildren().add(ways);
      }
      own.ifPresent(getChildren()::add);
    }
  }

  /// The elements of a set: the sides once where all were written by the same.
  private void set() {
    List<List<String>> authors =
        entry.conflicts().stream()
            .map(one -> one.options().stream().map(ConflictView.Option::device).toList())
            .distinct()
            .toList();
    if (authors.size() == 1) {
      getChildren().add(cards(entry.first(), true));
    }
    getChildren()
        .add(new SetView(entry, texts, choices -> model.decide(entry, words(choices), choices)));
  }

  private String words(Map<ConflictView, Choice> choices) {
    return choices.entrySet().stream()
        .map(one ->
            one.getValue() instanceof Choice.Pick(int side)
                ? texts.of(
                    "inbox.set.decided",
                    one.getKey().options().get(side).choose(),
                    one.getKey().place())
                : one.getKey().place())
        .collect(Collectors.joining(", "));
  }

  private Node cards(ConflictView conflict, boolean withValues) {
    ConflictFacts facts = looked.of(conflict);
    SideWords words = new SideWords(model.model(), texts, model.moments());
    GridPane row = new GridPane(Space.MEDIUM, Space.MEDIUM);
    int columns = Math.min(conflict.options().size(), BESIDE);
    for (int column = 0; column < columns; column++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / columns);
      row.getColumnConstraints().add(share);
    }
    for (ConflictView.Option option : conflict.options()) {
      SideCard.Said said =
          facts.sides().stream()
              .skip(option.pick())
              .findFirst()
              .map(side -> new SideCard.Said(SideWords.reason(side), words.unseen(side)))
              .orElse(new SideCard.Said(Optional.empty(), List.of()));
      Optional<Node> value = withValues ? Optional.of(value(conflict, option)) : Optional.empty();
      String choose =
          !withValues
              ? texts.of("inbox.json.whole")
              : entry.conflicts().size() > 1
                  ? texts.of(option.inUse() ? "inbox.set.keepAll" : "inbox.set.removeAll")
                  : option.choose();
      SideCard card =
          new SideCard(conflict, option, value, said, texts)
              .choosing(option, choose, texts, () -> model.pick(option.pick()));
      card.setMinWidth(0);
      row.add(card, option.pick() % columns, option.pick() / columns);
    }
    return row;
  }

  private Node value(ConflictView conflict, ConflictView.Option option) {
    if (entry.conflicts().size() > 1) {
      return Labels.wrapped(
          entry.conflicts().stream()
              .map(one -> one.options().get(option.pick()).value())
              .collect(Collectors.joining("\n")));
    }
    if (!(conflict.conflict() instanceof Conflict.WriteWrite)) {
      return Labels.wrapped(option.value());
    }
    int other = option.pick() == 0 ? 1 : 0;
    Value written = option.alternative().value();
    return ValueView.of(
        option.value(),
        conflict.options().get(other).value(),
        !(written instanceof Value.Text) && option.value().equals(Values.text(written)));
  }

  private Optional<Node> before(ConflictView conflict) {
    return conflict.conflict() instanceof Conflict.WriteWrite write
        ? looked
            .of(conflict)
            .before()
            .filter(value -> !Values.text(value).isEmpty())
            .map(value -> before(write, value))
        : Optional.empty();
  }

  private Node before(Conflict.WriteWrite write, Value before) {
    RuleNames fields = new RuleNames(model.model()::workspace, texts);
    Label name = Labels.of(texts.of("inbox.before"), "soft");
    name.setMinWidth(Label.USE_PREF_SIZE);
    Label value = Labels.wrapped(fields.value(write.field(), before));
    HBox.setHgrow(value, Priority.ALWAYS);
    return new HBox(Space.SMALL, name, value);
  }

  private String ownWords(Conflict conflict) {
    return conflict instanceof Conflict.MissingVariant missing
        ? texts.of("inbox.own.variant", missing.variant())
        : texts.of("inbox.own");
  }

  private Optional<String> together(ConflictView conflict) {
    return BothTexts.of(conflict.conflict(), looked.of(conflict).before());
  }

  private Node together(ConflictView conflict, String text) {
    Label merged = Labels.wrapped(text);
    Button use = Buttons.plain("inbox-together", texts.of("inbox.together.use"));
    use.setOnAction(_ -> put(conflict, Value.of(text)));
    VBox card =
        new VBox(
            Space.SMALL, Labels.of(texts.of("inbox.together"), "overline"), merged, new HBox(use));
    card.getStyleClass().addAll("side-card", "together-card");
    return card;
  }

  private void put(ConflictView conflict, Value value) {
    decide(Values.brief(value), conflict, new Choice.Put(value));
  }

  private void decide(String said, ConflictView conflict, Choice choice) {
    Map<ConflictView, Choice> choices = new LinkedHashMap<>();
    choices.put(conflict, choice);
    model.decide(entry, said, choices);
  }
}
