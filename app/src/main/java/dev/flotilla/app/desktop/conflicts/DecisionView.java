package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.history.EntityIcons;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Conflict;
import dev.flotilla.net.node.LogEntry;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// A decision with all that there is to say about it: what happened, the sides beside each other,
/// what applications read meanwhile, and the ways out.
final class DecisionView extends BorderPane {
  private static final double WAYS_WIDTH = 300;

  /// Other decisions that are named.
  private static final int BESIDES_MAX = 4;

  private final InboxEntry entry;
  private final InboxViewModel.Looked looked;
  private final InboxViewModel model;
  private final Frame frame;
  private final Texts texts;

  DecisionView(InboxEntry entry, InboxViewModel.Looked looked, InboxViewModel model, Frame frame) {
    this.entry = entry;
    this.looked = looked;
    this.model = model;
    this.frame = frame;
    this.texts = model.texts();
    setId("decision");
    setTop(head());
    VBox body = new VBox(Space.WIDE, new SidesView(entry, looked, model), meanwhile());
    besides().ifPresent(body.getChildren()::add);
    body.getStyleClass().add("decision-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setId("decision-scroll");
    scroll.setAccessibleText(texts.of("inbox.decision"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
  }

  private Node head() {
    Label key = Labels.of(entry.key(), "mono", "soft");
    key.setMinWidth(0);
    HBox about = new HBox(Space.SMALL, Icons.of(EntityIcons.of(Optional.of(entry.entity()))), key);
    about.setAlignment(Pos.CENTER_LEFT);
    Label title = Labels.wrapped(model.title(entry), "change-title");
    title.setId("decision-title");
    FlowPane ways = new FlowPane(Space.TIGHT, Space.TIGHT);
    if (entry.first().isFlag()) {
      Button open = Buttons.quiet("inbox-open", texts.of("conflicts.open"));
      open.setOnAction(_ -> frame.openFlag(entry.key()));
      ways.getChildren().add(open);
    }
    Button diagram = Buttons.quiet("inbox-diagram", texts.of("inbox.diagram"));
    diagram.setOnAction(_ -> showInDiagram());
    Button evidence = Buttons.quiet("inbox-evidence", texts.of("inbox.evidence"));
    evidence.setTooltip(new Tooltip(texts.of("inbox.evidence.tooltip")));
    evidence.setOnAction(_ -> saveEvidence(evidence));
    ways.getChildren().addAll(diagram, evidence);
    ways.setAlignment(Pos.TOP_RIGHT);
    ways.setPrefWrapLength(WAYS_WIDTH);
    ways.setMinWidth(FlowPane.USE_PREF_SIZE);
    VBox names = new VBox(Space.TIGHT, about, title);
    HBox.setHgrow(names, Priority.ALWAYS);
    Label story = Labels.wrapped(entry.first().story(), "soft");
    story.setId("decision-story");
    VBox head = new VBox(Space.SMALL, new HBox(Space.MEDIUM, names, ways), story);
    head.getStyleClass().add("decision-head");
    return head;
  }

  private void saveEvidence(Node owner) {
    List<Conflict> conflicts = entry.conflicts().stream().map(ConflictView::conflict).toList();
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.of("inbox.evidence"));
    chooser.setInitialFileName(EvidenceExport.fileName(conflicts.getFirst()));
    File file = chooser.showSaveDialog(owner.getScene().getWindow());
    if (file != null) {
      new EvidenceExport(model.model(), texts).save(conflicts, file.toPath(), frame::say);
    }
  }

  private void showInDiagram() {
    List<LogEntry> changes = looked.of(entry.first()).changes();
    if (changes.isEmpty()) {
      frame.showInDiagram(entry.entity());
    } else {
      frame.showInDiagram(changes.getFirst().ref());
    }
  }

  private Node meanwhile() {
    VBox lines = new VBox(Space.TIGHT);
    lines.setId("decision-meanwhile");
    MeanwhileWords words = new MeanwhileWords(model.model().workspace(), texts);
    for (MeanwhileWords.Meanwhile one : words.of(entry.first().conflict())) {
      Label what = Labels.wrapped(one.what(), "soft");
      HBox line = new HBox(Space.SMALL);
      if (!one.environment().isEmpty()) {
        Label where = Labels.of(one.environment(), "mono");
        where.setMinWidth(Label.USE_PREF_SIZE);
        line.getChildren().add(where);
      }
      HBox.setHgrow(what, Priority.ALWAYS);
      line.getChildren().add(what);
      line.setAlignment(Pos.BASELINE_LEFT);
      lines.getChildren().add(line);
    }
    return section(Feather.RADIO, texts.of("inbox.meanwhile"), lines);
  }

  /// What else is disputed between the same changes.
  private Optional<Node> besides() {
    ConflictFacts facts = looked.of(entry.first());
    SameChanges same = new SameChanges(facts);
    List<InboxEntry> others = same.besides(entry, model.shown());
    if (others.isEmpty()) {
      return Optional.empty();
    }
    VBox lines = new VBox(Space.TIGHT);
    for (InboxEntry other : others.subList(0, Math.min(others.size(), BESIDES_MAX))) {
      Button go =
          Buttons.quiet(
              "inbox-besides-" + other.id(),
              texts.of("inbox.besides.one", other.key(), model.title(other)));
      go.setMinWidth(0);
      go.setOnAction(_ -> model.selectedProperty().set(other));
      lines.getChildren().add(go);
    }
    if (others.size() > BESIDES_MAX) {
      lines
          .getChildren()
          .add(
              Labels.of(
                  texts.of("inbox.besides.more", others.size() - BESIDES_MAX), "soft", "small"));
    }
    List<InboxEntry> all = Stream.concat(Stream.of(entry), others.stream()).toList();
    FlowPane sides = new FlowPane(Space.SMALL, Space.SMALL);
    for (LogEntry change : facts.changes()) {
      String who =
          model.model().people().isOwn(change.author())
              ? texts.of("people.youInside")
              : model.model().people().deviceName(model.model().workspace(), change.author());
      Button take =
          Buttons.plain(
              "inbox-all-of-" + change.author().shortName(),
              texts.of("inbox.besides.take", all.size(), who));
      take.setOnAction(_ -> model.decideAll(who, Map.copyOf(same.all(change, all))));
      sides.getChildren().add(take);
    }
    lines.getChildren().add(sides);
    return Optional.of(section(Feather.LINK_2, texts.of("inbox.besides"), lines));
  }

  static Node section(Feather icon, String title, Node content) {
    HBox head = new HBox(Space.SMALL, Icons.of(icon), Labels.of(title, "section-title"));
    head.setAlignment(Pos.CENTER_LEFT);
    return new VBox(Space.SMALL, head, content);
  }
}
