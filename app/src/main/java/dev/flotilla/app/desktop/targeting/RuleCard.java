package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.FieldNames;
import dev.flotilla.openfeature.targeting.Condition;
import dev.flotilla.openfeature.targeting.ConditionText;
import dev.flotilla.openfeature.targeting.Outcome.Split;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A rule: a sentence, and below it, when it is opened, its form.
final class RuleCard extends VBox {
  private static final PseudoClass DECIDES = PseudoClass.getPseudoClass("decides");
  private static final double LEAD_WIDTH = 44;

  private final FormContext context;
  private final TargetingForm form;
  private final String key;
  private final Label place = Labels.of("", "rule-place");
  private final Label condition = Labels.wrapped("", "rule-when");
  private final Label outcome = Labels.wrapped("", "medium");
  private final StackPane thinBar = new StackPane();
  private final Label decides;
  private final HBox editor = new HBox(Space.TIGHT);
  private final Node conflict = Icons.of(Feather.GIT_MERGE, "rule-conflict");
  private final Button toggle;
  private final Button up;
  private final Button down;
  private final VBox notice = new VBox();
  private final VBox body = new VBox(Space.MEDIUM);
  private final ConditionEditor when;
  private final OutcomeEditor serves;
  private boolean open;

  /// `onDrag` moves a card by the grip: the card and where the pointer is in the scene, or NaN when
  /// it is let go.
  RuleCard(FormContext context, RuleItem item, BiConsumer<RuleCard, Double> onDrag) {
    super(Space.MEDIUM);
    this.context = context;
    this.form = context.form();
    this.key = item.key();
    setId(context.id());
    getStyleClass().add("rule-card");
    decides = Labels.of(context.texts().of("targeting.decides"), "rule-decides");
    toggle = Buttons.icon(context.id() + "-toggle", Feather.CHEVRON_RIGHT, "");
    toggle.setOnAction(_ -> setOpen(!open));
    up = Buttons.icon(context.id() + "-up", Feather.CHEVRON_UP, context.texts().of("targeting.up"));
    down =
        Buttons.icon(
            context.id() + "-down", Feather.CHEVRON_DOWN, context.texts().of("targeting.down"));
    when =
        new ConditionEditor(context, 1, item.condition(), edited -> form.setCondition(key, edited));
    serves =
        new OutcomeEditor(
            context, item.outcome(), this::splitAttribute, edited -> form.setOutcome(key, edited));
    Node ifLine = line(context.texts().of("targeting.if"), when);
    Node thenLine = line(context.texts().of("targeting.then"), serves);
    item.id()
        .ifPresent(rule -> {
          String environment = form.environment();
          Place.mark(ifLine, form.entity(), FieldNames.condition(environment, rule));
          Place.mark(thenLine, form.entity(), FieldNames.outcome(environment, rule));
        });
    body.getChildren().addAll(ifLine, thenLine);
    getChildren().addAll(head(onDrag), notice);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    decides.setVisible(false);
    decides.managedProperty().bind(decides.visibleProperty());
    setOpen(false);
  }

  String key() {
    return key;
  }

  // A new split divides by what the condition asks about.
  private String splitAttribute() {
    Condition now =
        form.draftProperty().get().rules().stream()
            .filter(item -> item.key().equals(key))
            .findFirst()
            .map(RuleItem::condition)
            .orElseGet(Condition.Always::new);
    return ConditionText.attributes(now).stream()
        .filter(name -> !name.isEmpty() && !name.startsWith("$"))
        .findFirst()
        .orElse(KnownAttributes.SUBJECT);
  }

  private static Node line(String lead, Node content) {
    Label label = Labels.of(lead, "field-label", "rule-lead");
    label.setMinWidth(LEAD_WIDTH);
    label.setPrefWidth(LEAD_WIDTH);
    HBox line = new HBox(Space.SMALL, label, content);
    HBox.setHgrow(content, Priority.ALWAYS);
    return line;
  }

  private Node head(BiConsumer<RuleCard, Double> onDrag) {
    Node grip = Icons.of(Feather.MORE_VERTICAL, "rule-grip");
    StackPane handle = new StackPane(grip);
    handle.setId(context.id() + "-grip");
    handle.setCursor(Cursor.OPEN_HAND);
    handle.getStyleClass().add("rule-handle");
    Tooltip.install(handle, new Tooltip(context.texts().of("targeting.drag")));
    handle.setOnMousePressed(Event::consume);
    handle.setOnMouseDragged(event -> {
      onDrag.accept(this, event.getSceneY());
      event.consume();
    });
    handle.setOnMouseReleased(event -> {
      onDrag.accept(this, Double.NaN);
      event.consume();
    });
    Tooltip.install(conflict, new Tooltip(context.texts().of("flags.conflict.tooltip")));
    setConflicted(false);
    HBox arrow =
        new HBox(Space.TIGHT, Icons.of(Feather.ARROW_RIGHT), outcome, conflict, decides, editor);
    editor.setAlignment(Pos.CENTER_LEFT);
    setEditedBy("");
    arrow.setAlignment(Pos.CENTER_LEFT);
    thinBar.setMaxWidth(220);
    thinBar.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(Space.TIGHT, condition, arrow, thinBar);
    words.setMinWidth(0);
    words.setOnMouseClicked(_ -> setOpen(!open));
    words.setCursor(Cursor.HAND);
    HBox.setHgrow(words, Priority.ALWAYS);
    up.setOnAction(_ -> move(-1));
    down.setOnAction(_ -> move(1));
    Button copy =
        Buttons.icon(
            context.id() + "-copy", Feather.COPY, context.texts().of("targeting.duplicate"));
    copy.setOnAction(_ -> form.duplicate(key));
    Button remove =
        Buttons.icon(
            context.id() + "-remove", Feather.TRASH_2, context.texts().of("targeting.remove"));
    remove.setOnAction(_ -> form.remove(key));
    HBox head = new HBox(Space.TIGHT, handle, place, toggle, words, up, down, copy, remove);
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  /// Opens or closes the form.
  void setOpen(boolean newOpen) {
    open = newOpen;
    Buttons.named(toggle, context.texts().of(open ? "targeting.close" : "targeting.open"));
    toggle.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    if (open && !getChildren().contains(body)) {
      getChildren().add(body);
    } else if (!open) {
      getChildren().remove(body);
    }
    thinBar.setVisible(!open && !thinBar.getChildren().isEmpty());
    thinBar.setManaged(thinBar.isVisible());
  }

  boolean isOpen() {
    return open;
  }

  private void onKey(KeyEvent event) {
    if (event.isAltDown()) {
      switch (event.getCode()) {
        case UP -> move(-1);
        case DOWN -> move(1);
        default -> {
          return;
        }
      }
      event.consume();
    }
  }

  private void move(int by) {
    var rules = form.draftProperty().get().rules();
    for (int at = 0; at < rules.size(); at++) {
      if (rules.get(at).key().equals(key)) {
        form.move(key, at + by);
        return;
      }
    }
  }

  /// Shows the rule as it is now.
  void show(RuleItem item, int at, int count) {
    place.setText(Integer.toString(at + 1));
    condition.setText(context.words().condition(item.condition()));
    outcome.setText(context.words().outcome(item.outcome()));
    up.setDisable(at == 0);
    down.setDisable(at == count - 1);
    setAccessibleText(
        context.texts().of("targeting.rule", at + 1, condition.getText(), outcome.getText()));
    thinBar
        .getChildren()
        .setAll(
            item.outcome() instanceof Split(var _, var shares)
                ? List.of(SplitBar.thin(context.id() + "-thin", context.words(), shares))
                : List.of());
    thinBar.setVisible(!open && !thinBar.getChildren().isEmpty());
    thinBar.setManaged(thinBar.isVisible());
    when.show(item.condition());
    serves.show(item.outcome());
  }

  /// Shows who else edits the rule just now; empty: nobody.
  void setEditedBy(String name) {
    editor.getChildren().clear();
    if (!name.isEmpty()) {
      editor
          .getChildren()
          .addAll(
              new Avatar(name),
              Labels.of(context.texts().of("targeting.editedBy", name), "small", "soft"));
    }
    editor.setVisible(!name.isEmpty());
    editor.setManaged(!name.isEmpty());
  }

  /// Marks a rule that is in conflict.
  void setConflicted(boolean now) {
    conflict.setVisible(now);
    conflict.setManaged(now);
  }

  /// Marks the rule that decides for the context that is tried.
  void setDecides(boolean now) {
    pseudoClassStateChanged(DECIDES, now);
    decides.setVisible(now);
  }

  /// Says that others changed this rule as well, and offers both.
  void setOvertaken(boolean now) {
    notice.getChildren().clear();
    if (now) {
      var theirs = form.theirs(key);
      Button take =
          Buttons.quiet(context.id() + "-theirs", context.texts().of("targeting.overtaken.theirs"));
      take.setOnAction(_ -> form.takeTheirs(key));
      Button keep =
          Buttons.quiet(context.id() + "-mine", context.texts().of("targeting.overtaken.mine"));
      keep.setOnAction(_ -> form.keepMine(key));
      String text =
          theirs
              .map(rule ->
                  context
                      .texts()
                      .of(
                          "targeting.overtaken",
                          form.overtaker(),
                          context.words().condition(rule),
                          context.words().outcome(rule)))
              .orElseGet(() -> context.texts().of("targeting.overtaken.removed", form.overtaker()));
      notice.getChildren().add(new Notice(Notice.Tone.WARNING, text, keep, take));
    }
    notice.setManaged(now);
    notice.setVisible(now);
  }
}
