package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.history.EntityIcons;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A decision with all that there is to say about it: what happened, the sides beside each other,
/// what applications read meanwhile, and the ways out.
final class DecisionView extends BorderPane {
  /// Sides that stand beside each other; more go on below.
  private static final int BESIDE = 3;

  private final InboxEntry entry;
  private final InboxViewModel.Looked looked;
  private final InboxViewModel model;
  private final Frame frame;
  private final Texts texts;
  private final VBox body = new VBox(Space.LARGE);

  DecisionView(InboxEntry entry, InboxViewModel.Looked looked, InboxViewModel model, Frame frame) {
    this.entry = entry;
    this.looked = looked;
    this.model = model;
    this.frame = frame;
    this.texts = model.texts();
    setId("decision");
    setTop(head());
    body.getStyleClass().add("decision-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setId("decision-scroll");
    scroll.setAccessibleText(texts.of("inbox.decision"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
    for (ConflictView conflict : entry.conflicts()) {
      body.getChildren().add(sides(conflict));
    }
    body.getChildren().add(meanwhile());
  }

  private Node head() {
    Label key = Labels.of(entry.key(), "mono", "soft");
    key.setMinWidth(0);
    HBox about = new HBox(Space.SMALL, Icons.of(EntityIcons.of(Optional.of(entry.entity()))), key);
    about.setAlignment(Pos.CENTER_LEFT);
    Label title = Labels.wrapped(model.title(entry), "change-title");
    title.setId("decision-title");
    FlowPane ways = new FlowPane(Space.SMALL, Space.SMALL);
    if (entry.first().isFlag()) {
      Button open = Buttons.quiet("inbox-open", texts.of("conflicts.open"));
      open.setOnAction(_ -> frame.openFlag(entry.key()));
      ways.getChildren().add(open);
    }
    Button diagram = Buttons.quiet("inbox-diagram", texts.of("inbox.diagram"));
    diagram.setOnAction(_ -> showInDiagram());
    ways.getChildren().add(diagram);
    ways.setAlignment(Pos.TOP_RIGHT);
    ways.setPrefWrapLength(220);
    ways.setMinWidth(FlowPane.USE_PREF_SIZE);
    VBox names = new VBox(Space.TIGHT, about, title);
    HBox.setHgrow(names, Priority.ALWAYS);
    HBox first = new HBox(Space.MEDIUM, names, ways);
    Label story = Labels.wrapped(entry.first().story(), "soft");
    story.setId("decision-story");
    VBox head = new VBox(Space.SMALL, first, story);
    head.getStyleClass().add("decision-head");
    return head;
  }

  private void showInDiagram() {
    List<LogEntry> changes = looked.of(entry.first()).changes();
    if (changes.isEmpty()) {
      frame.showInDiagram(entry.entity());
    } else {
      frame.showInDiagram(changes.getFirst().ref());
    }
  }

  private Node sides(ConflictView conflict) {
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
      SideCard card =
          new SideCard(conflict, option, value(conflict, option), said, texts)
              .choosing(option, texts, () -> model.pick(option.pick()));
      card.setMinWidth(0);
      row.add(card, option.pick() % columns, option.pick() / columns);
    }
    VBox all = new VBox(Space.SMALL);
    facts
        .before()
        .filter(_ -> conflict.conflict() instanceof Conflict.WriteWrite)
        .map(Values::text)
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> all.getChildren().add(before(text)));
    all.getChildren().add(row);
    return all;
  }

  private Node before(String text) {
    Label name = Labels.of(texts.of("inbox.before"), "soft");
    name.setMinWidth(Label.USE_PREF_SIZE);
    Label value = Labels.wrapped(text, "mono");
    HBox.setHgrow(value, Priority.ALWAYS);
    return new HBox(Space.SMALL, name, value);
  }

  private static Node value(ConflictView conflict, ConflictView.Option option) {
    int other = option.pick() == 0 ? 1 : 0;
    return ValueView.of(
        option.value(),
        conflict.options().get(other).value(),
        !(option.alternative().value() instanceof Value.Text));
  }

  private Node meanwhile() {
    VBox lines = new VBox(Space.TIGHT);
    lines.setId("decision-meanwhile");
    MeanwhileWords words = new MeanwhileWords(model.model().workspace(), texts);
    for (MeanwhileWords.Meanwhile one : words.of(entry.first().conflict())) {
      Label what = Labels.wrapped(one.what());
      HBox line = new HBox(Space.SMALL);
      if (!one.environment().isEmpty()) {
        Label where = Labels.of(one.environment(), "mono");
        where.setMinWidth(Label.USE_PREF_SIZE);
        line.getChildren().add(where);
      }
      line.getChildren().add(what);
      line.setAlignment(Pos.BASELINE_LEFT);
      lines.getChildren().add(line);
    }
    HBox head =
        new HBox(
            Space.SMALL,
            Icons.of(Feather.RADIO),
            Labels.of(texts.of("inbox.meanwhile"), "section-title"));
    head.setAlignment(Pos.CENTER_LEFT);
    return new VBox(Space.SMALL, head, lines);
  }
}
