package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.conflicts.DecidedViewModel.Line;
import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenBox;
import dev.flotilla.app.desktop.history.EntityIcons;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What was decided lately: what was taken, and the ways back to what was not.
///
/// Thread: FX.
final class DecidedPage implements Page {
  private final DecidedViewModel model;
  private final Texts texts;
  private final Moments moments;
  private final Frame frame;
  private final VBox cards = new VBox(Space.MEDIUM);
  private final ScrollPane scroll = new ScrollPane(cards);
  private final BorderPane node = new BorderPane();

  DecidedPage(ConflictsViewModel conflicts, Frame frame) {
    this.model = new DecidedViewModel(conflicts.model(), conflicts.texts());
    this.texts = conflicts.texts();
    this.moments = conflicts.moments();
    this.frame = frame;
    cards.getStyleClass().add("decided-list");
    scroll.setId("decided-scroll");
    scroll.setAccessibleText(texts.of("inbox.tab.decided"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    EmptyState empty =
        new EmptyState(
            Feather.CHECK, texts.of("inbox.decided.none"), texts.of("inbox.decided.none.text"));
    empty.setId("decided-empty");
    Regions.shownWhile(empty, Bindings.isEmpty(model.lines()).and(model.knownProperty()));
    node.setTop(FormField.errorLabel("decided-problem", model.problemProperty()));
    node.setCenter(new StackPane(scroll, empty));
    node.setBottom(foot());
    model.lines().addListener((ListChangeListener<Line>) _ -> show());
    show();
    node.sceneProperty().subscribe((_, scene) -> model.setShown(scene != null));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    scroll.requestFocus();
  }

  @Override
  public void close() {
    model.close();
  }

  private Node foot() {
    Label looked = Labels.of("", "small", "faint");
    looked.textProperty().bind(model.lookedProperty());
    HBox foot = new HBox(looked);
    foot.getStyleClass().add("journal-foot");
    return Regions.shownWhile(foot, model.lookedProperty().isNotEmpty());
  }

  /// Of the cards those that say what they said before stay, with the keyboard in them.
  private void show() {
    Map<Line, Node> before = new HashMap<>();
    cards.getChildren().forEach(card -> before.put((Line) card.getUserData(), card));
    cards
        .getChildren()
        .setAll(
            model.lines().stream()
                .map(line -> before.containsKey(line) ? before.get(line) : card(line))
                .toList());
  }

  private Node card(Line line) {
    Label key = Labels.of(line.key(), "mono-strong");
    key.setMinWidth(0);
    Label place = Labels.of(line.place(), "soft");
    place.setMinWidth(0);
    String device = line.decided().change().deviceName();
    Label who = Labels.of(device, "small", "medium");
    who.setMinWidth(Label.USE_PREF_SIZE);
    Label when = Labels.of("", "small", "faint");
    when.setMinWidth(Label.USE_PREF_SIZE);
    when.textProperty().bind(moments.liveBrief(line.decided().change().time()));
    when.setTooltip(new Tooltip(moments.exact(line.decided().change().time())));
    Button history = Buttons.quiet("decided-history", texts.of("inbox.decided.history"));
    history.setOnAction(_ -> frame.showInHistory(line.decided().change().ref()));
    HBox head =
        new HBox(
            Space.SMALL,
            Icons.of(EntityIcons.of(Optional.of(line.decided().slot().entity()))),
            key,
            place,
            Regions.spring(),
            new Avatar(device),
            who,
            when,
            history);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox taken = row("inbox.decided.taken", line.taken());
    if (line.canReopen()) {
      Button again = button("decided-again", "inbox.decided.again", line.key(), line.place());
      again.setTooltip(new Tooltip(texts.of("inbox.decided.again.tooltip")));
      again.setOnAction(_ -> model.reopen(line));
      taken.getChildren().add(again);
    }
    VBox card = new SpokenBox(Space.SMALL, head, taken);
    for (int at = 0; at < line.lost().size(); at++) {
      int lost = at;
      HBox row = row("inbox.decided.lost", line.lost().get(at));
      Button back = button("decided-back", "inbox.decided.back", line.lost().get(at));
      back.setOnAction(_ -> model.putBack(line, lost));
      row.getChildren().add(back);
      card.getChildren().add(row);
    }
    card.getStyleClass().add("side-card");
    card.setUserData(line);
    return card;
  }

  private Button button(String id, String words, String... about) {
    Button button = Buttons.plain(id, texts.of(words));
    button.getStyleClass().add("compact");
    button.setAccessibleText(texts.of(words) + ": " + String.join(", ", about));
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  private HBox row(String words, String value) {
    Label what = Labels.of(texts.of(words), "small", "faint");
    what.setMinWidth(Label.USE_PREF_SIZE);
    Label text = Labels.wrapped(value);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(Space.SMALL, what, text);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
