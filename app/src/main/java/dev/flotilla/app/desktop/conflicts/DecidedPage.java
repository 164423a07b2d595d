package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenBox;
import dev.flotilla.app.desktop.history.RuleNames;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Value;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What was decided lately: what was taken, and what else had been written, which can be put back.
///
/// Thread: FX; the log is read in the background.
final class DecidedPage implements Page {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final Frame frame;
  private final RuleNames fields;
  private final VBox cards = new VBox(Space.MEDIUM);
  private final EmptyState empty;
  private final StackPane node;
  private final Subscription subscription;

  DecidedPage(ConflictsViewModel conflicts, Frame frame) {
    this.model = conflicts.model();
    this.texts = conflicts.texts();
    this.moments = conflicts.moments();
    this.frame = frame;
    this.fields = new RuleNames(model::workspace, texts);
    cards.getStyleClass().add("decided-list");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setId("decided-scroll");
    scroll.setAccessibleText(texts.of("inbox.tab.decided"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    empty =
        new EmptyState(
            Feather.CHECK, texts.of("inbox.decided.none"), texts.of("inbox.decided.none.text"));
    empty.setId("decided-empty");
    empty.setVisible(false);
    this.node = new StackPane(scroll, empty);
    this.subscription = model.workspaceProperty().subscribe(_ -> read());
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    cards.requestFocus();
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }

  private void read() {
    model
        .ui()
        .background()
        .execute(() -> {
          try {
            List<Decided> found = Decided.newest(model.open().history());
            model.ui().execute(() -> show(found));
          } catch (UncheckedIOException e) {
            model.ui().execute(() -> frame.say(String.valueOf(e.getMessage())));
          }
        });
  }

  private void show(List<Decided> found) {
    cards.getChildren().setAll(found.stream().map(this::card).toList());
    empty.setVisible(found.isEmpty());
  }

  private Node card(Decided decided) {
    Label key = Labels.of(decided.slot().entity().key(), "mono-strong");
    key.setMinWidth(0);
    Label field = Labels.of(fields.field(decided.slot().entity(), decided.slot().name()), "soft");
    field.setMinWidth(0);
    String device = decided.change().deviceName();
    Label who = Labels.of(device, "small", "medium");
    Label when = Labels.of("", "small", "faint");
    when.textProperty().bind(moments.live(decided.change().time()));
    Button history = Buttons.quiet("decided-history", texts.of("inbox.decided.history"));
    history.setOnAction(_ -> frame.showInHistory(decided.change().ref()));
    HBox head =
        new HBox(Space.SMALL, key, field, Regions.spring(), new Avatar(device), who, when, history);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox card = new SpokenBox(Space.SMALL, head, line(decided, decided.taken(), true));
    decided.lost().forEach(value -> card.getChildren().add(line(decided, value, false)));
    card.getStyleClass().add("side-card");
    return card;
  }

  private Node line(Decided decided, Value value, boolean isTaken) {
    Label what =
        Labels.of(
            texts.of(isTaken ? "inbox.decided.taken" : "inbox.decided.lost"), "small", "faint");
    what.setMinWidth(Label.USE_PREF_SIZE);
    Label words = Labels.wrapped(fields.value(decided.slot().name(), value));
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(Space.SMALL, what, words);
    line.setAlignment(Pos.CENTER_LEFT);
    if (!isTaken) {
      Button back = Buttons.plain("decided-back", texts.of("inbox.decided.back"));
      back.getStyleClass().add("compact");
      back.setAccessibleText(texts.of("inbox.decided.back") + ": " + words.getText());
      back.setOnAction(_ -> putBack(decided, value));
      line.getChildren().add(back);
    }
    return line;
  }

  private void putBack(Decided decided, Value value) {
    String field = fields.field(decided.slot().entity(), decided.slot().name());
    model.editAndSay(
        texts.of("history.putBack.done", field, decided.slot().entity().key()),
        List.of(Edit.SetField.answering(model.workspace(), decided.slot(), value)));
  }
}
