package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.evaluate.Verdict;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.targeting.LogicText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The rules of a draft in their order, and what applies after them. Cards of rules that stay are
/// kept, so that what is typed into one survives what happens around it.
final class RuleListView extends VBox {
  private static final PseudoClass DECIDES = PseudoClass.getPseudoClass("decides");

  private final String id;
  private final TargetingForm form;
  private final Texts texts;
  private final Supplier<List<String>> attributes;
  private final Map<String, RuleCard> cards = new HashMap<>();
  private final VBox list = new VBox(Space.SMALL);
  private final VBox otherwise = new VBox(Space.SMALL);
  private final Subscription subscription;

  RuleListView(String id, TargetingForm form, Texts texts, Supplier<List<String>> attributes) {
    super(Space.SMALL);
    this.id = id;
    this.form = form;
    this.texts = texts;
    this.attributes = attributes;
    getStyleClass().add("rule-list");
    otherwise.getStyleClass().addAll("rule-card", "rule-otherwise");
    otherwise.setId(id + "-otherwise");
    Button add = Buttons.plain(id + "-add-rule", "+ " + texts.of("targeting.add"));
    add.getStyleClass().add("compact");
    add.setOnAction(_ -> add());
    HBox adding = new HBox(add);
    getChildren().addAll(list, adding, otherwise);
    subscription =
        Subscription.combine(
            form.draftProperty().subscribe(this::show),
            form.settingProperty().subscribe(this::showSetting),
            form.overtakenProperty().subscribe(this::showOvertaken),
            form.triedProperty().subscribe(this::showDecider),
            form.othersProperty().subscribe(_ -> showEditors()));
    // A rule that was being made when the user went elsewhere is open as it was left.
    form.draftProperty().get().rules().stream()
        .filter(item -> item.id().isEmpty())
        .forEach(item -> open(item.key()));
  }

  void release() {
    subscription.unsubscribe();
  }

  private void add() {
    form.add(
        new RuleDraft(
            Optional.of("{\"==\":[{\"var\":\"\"},\"\"]}"),
            Value.of(form.variants().isEmpty() ? "" : form.variants().getLast())));
    open(form.draftProperty().get().rules().getLast().key());
  }

  /// Opens the form of a rule.
  void open(String key) {
    RuleCard card = cards.get(key);
    if (card != null) {
      card.setOpen(true);
    }
  }

  private void show(TargetingDraft draft) {
    List<String> keys = draft.rules().stream().map(RuleItem::key).toList();
    cards.keySet().retainAll(keys);
    List<Node> wanted = new ArrayList<>();
    for (int at = 0; at < draft.rules().size(); at++) {
      RuleItem item = draft.rules().get(at);
      RuleCard card = cards.computeIfAbsent(item.key(), _ -> card(item));
      card.show(item, at, keys.size());
      wanted.add(card);
    }
    if (!list.getChildren().equals(wanted)) {
      list.getChildren().setAll(wanted);
    }
    list.setManaged(!wanted.isEmpty());
    showSetting(form.settingProperty().get());
    showEditors();
  }

  private void showEditors() {
    cards.forEach((key, card) -> card.setEditedBy(form.editedBy(key)));
  }

  private RuleCard card(RuleItem item) {
    return new RuleCard(
        new FormContext(id + "-rule-" + item.key(), form, texts, attributes), item, this::drag);
  }

  // The card follows the pointer, and takes its place when it is let go.
  private void drag(RuleCard card, double sceneY) {
    int now = list.getChildren().indexOf(card);
    if (Double.isNaN(sceneY)) {
      double middle = card.getLayoutY() + card.getTranslateY() + card.getHeight() / 2;
      card.setTranslateY(0);
      card.setViewOrder(0);
      card.getStyleClass().remove("rule-dragged");
      int wanted = 0;
      for (Node other : list.getChildren()) {
        if (other != card
            && other.getLayoutY() + other.getLayoutBounds().getHeight() / 2 < middle) {
          wanted++;
        }
      }
      if (wanted != now) {
        form.move(card.key(), wanted);
      }
      return;
    }
    if (!card.getStyleClass().contains("rule-dragged")) {
      card.getStyleClass().add("rule-dragged");
    }
    card.setViewOrder(-1);
    double y = list.sceneToLocal(0, sceneY).getY() - Space.LARGE;
    double clamped = Math.clamp(y, -Space.LARGE, Math.max(0, list.getHeight() - Space.LARGE));
    card.setTranslateY(clamped - card.getLayoutY());
  }

  private void showOtherwise(TargetingDraft draft) {
    String served =
        form.settingProperty()
            .get()
            .defaultVariant()
            .orElseGet(() -> texts.of("targeting.words.code"));
    String key = draft.rules().isEmpty() ? "targeting.everybody" : "targeting.otherwise";
    Label lead = Labels.of(texts.of(key), "field-label");
    if (draft.rest().isEmpty()) {
      HBox line = new HBox(Space.SMALL, lead, Labels.of(served, "medium"));
      line.setAlignment(Pos.CENTER_LEFT);
      otherwise.getChildren().setAll(line);
      return;
    }
    Label json = Labels.wrapped(laidOut(draft.rest().get()), "mono", "small", "rest-json");
    Button remove = Buttons.quiet(id + "-rest-remove", texts.of("targeting.rest.remove"));
    remove.setOnAction(_ -> form.removeRest());
    HBox actions = new HBox(Space.SMALL);
    if (form.canTakeApart()) {
      Button apart = Buttons.quiet(id + "-rest-apart", texts.of("targeting.rest.apart"));
      apart.setOnAction(_ -> form.takeApart());
      actions.getChildren().add(apart);
    }
    actions.getChildren().add(remove);
    otherwise
        .getChildren()
        .setAll(
            lead,
            json,
            Labels.wrapped(texts.of("targeting.rest.hint", served), "field-hint"),
            actions);
    if (form.overtakenProperty().get().contains(Rebase.REST)) {
      otherwise.getChildren().add(restOvertaken());
    }
  }

  private Node restOvertaken() {
    Button take = Buttons.quiet(id + "-rest-theirs", texts.of("targeting.overtaken.theirs"));
    take.setOnAction(_ -> form.takeTheirs(Rebase.REST));
    Button keep = Buttons.quiet(id + "-rest-mine", texts.of("targeting.overtaken.mine"));
    keep.setOnAction(_ -> form.keepMine(Rebase.REST));
    return new Notice(
        Notice.Tone.WARNING, texts.of("targeting.overtaken.rest", form.overtaker()), keep, take);
  }

  private static String laidOut(String json) {
    return JsonText.parseError(json).isEmpty() ? LogicText.pretty(json) : json;
  }

  private void showSetting(FlagSetting setting) {
    setting
        .rules()
        .forEach(rule -> {
          RuleCard card = cards.get(rule.id());
          if (card != null) {
            card.setConflicted(rule.conflicted());
          }
        });
    showOtherwise(form.draftProperty().get());
  }

  private void showOvertaken(Set<String> keys) {
    cards.forEach((key, card) -> card.setOvertaken(keys.contains(key)));
    showOtherwise(form.draftProperty().get());
  }

  private void showDecider(Optional<Tried> tried) {
    int place = -1;
    if (tried.isPresent()
        && tried.get() instanceof Tried.Answer(var verdict)
        && !(verdict instanceof Verdict.Off)) {
      place = verdict.place();
    }
    for (int at = 0; at < list.getChildren().size(); at++) {
      if (list.getChildren().get(at) instanceof RuleCard card) {
        card.setDecides(place == at + 1);
      }
    }
    otherwise.pseudoClassStateChanged(DECIDES, place == Verdict.NO_RULE);
  }
}
