package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Command.Group;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Page;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.rehearsal.Act;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Machines to practise with: cut them apart, edit, mend, and see what the window makes of it. The
/// course leads through it in two minutes.
///
/// Thread: FX.
public final class RehearsalPage implements Page {
  /// Of the control that a lesson is about.
  private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

  private static final double SIDE_WIDTH = 400;

  /// With a panel at the side of the window there is less room.
  private static final double SIDE_WIDTH_NARROW = 288;

  private static final double NARROW = 960;

  private final RehearsalViewModel model;
  private final Tutorial tutorial;
  private final Texts texts;
  private final BorderPane node = new BorderPane();
  private final SideView side;
  private final PracticeDiagram diagram;
  private final MachineRow row;
  private final List<Node> wanted = new ArrayList<>();

  /// @param ui of the window: plays the morning
  /// @param onEnd shows what really happened in the window's workspace
  public RehearsalPage(UiBridge ui, Desk desk, Runnable onEnd) {
    this.texts = desk.texts();
    this.model = new RehearsalViewModel(ui, texts, desk.moments());
    this.tutorial = new Tutorial(model, desk.settings(), texts);
    this.side = new SideView(model, tutorial, desk, this::find).named();
    this.diagram = new PracticeDiagram(model, desk);
    this.row = new MachineRow(model, texts, side::decide);
    CoachView coach = new CoachView(tutorial, texts, this::find, onEnd);
    ScrollPane machines = new ScrollPane(row);
    machines.setId("rehearsal-row");
    machines.setAccessibleText(texts.of("rehearsal.row"));
    machines.setFitToWidth(true);
    machines.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    machines.setMinHeight(ScrollPane.USE_PREF_SIZE);
    VBox top = new VBox(coach, new PracticeBar(model, tutorial, desk), machines, said());
    side.setMinWidth(SIDE_WIDTH_NARROW);
    side.prefWidthProperty()
        .bind(
            node.widthProperty()
                .map(width -> width.doubleValue() < NARROW ? SIDE_WIDTH_NARROW : SIDE_WIDTH));
    node.setId("rehearsal");
    node.getStyleClass().add("rehearsal");
    node.setMinSize(0, 0);
    node.setTop(top);
    node.setCenter(diagram);
    node.setRight(side);
    tutorial.progressProperty().subscribe(_ -> point());
    tutorial
        .progressProperty()
        .subscribe((before, now) -> {
          // The button that began or ended the course is gone, and with it the keyboard's place.
          if ((before == null) != (now == null) && node.getScene() != null) {
            focus();
          }
        });
    model.sceneProperty().subscribe(_ -> point());
  }

  /// Begins the course, or goes on with it.
  public void startCourse() {
    if (tutorial.progressProperty().get() == null) {
      tutorial.start();
    }
  }

  private Node said() {
    Label said = Labels.of("", "practice-said");
    said.setId("rehearsal-said");
    said.setGraphic(Icons.of(Feather.MESSAGE_SQUARE));
    said.setMaxWidth(Double.MAX_VALUE);
    model
        .saidProperty()
        .subscribe(now -> said.setText(now.isEmpty() ? texts.of("rehearsal.intro") : now));
    return said;
  }

  /// Frames the control that the lesson is about, so that nobody has to look for it.
  private void point() {
    wanted.forEach(one -> one.pseudoClassStateChanged(WANTED, false));
    wanted.clear();
    Tutorial.Progress now = tutorial.progressProperty().get();
    if (now != null && !now.isDone()) {
      String id = tutorial.target(now.lesson());
      // What is drawn on a canvas lies over its own frame.
      Node target = id.equals(Ids.DIAGRAM) ? diagram : control(id);
      if (target != null) {
        target.pseudoClassStateChanged(WANTED, true);
        wanted.add(target);
      }
    }
  }

  /// What scrolls has its content in the page only from the first pulse on.
  private @Nullable Node control(String id) {
    Node found = node.lookup("#" + id);
    return found == null ? row.lookup("#" + id) : found;
  }

  private void next() {
    tutorial.next();
    focus();
  }

  private void find(String id) {
    if (id.equals(Ids.DECISIONS)) {
      // Whoever looked at a change meanwhile does not see them.
      side.decide(Course.ANA);
      side.applyCss();
      side.layout();
      side.lookupAll(".push").stream()
          .filter(button -> button.getId() != null && button.getId().startsWith("conflict-use-0"))
          .findFirst()
          .ifPresent(Node::requestFocus);
      return;
    }
    Node target = node.lookup("#" + id);
    if (target != null) {
      target.requestFocus();
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    Tutorial.Progress now = tutorial.progressProperty().get();
    if (now == null) {
      find(Ids.flip(Course.ANA));
    } else {
      find(now.isDone() ? "coach-next" : "coach-find");
    }
  }

  @Override
  public List<Command> commands() {
    return List.of(
        command("course-next", "rehearsal.command.next", Feather.ARROW_RIGHT, this::next)
            .on("Shortcut+ENTER")
            .when(tutorial::canGoOn),
        command(
            "rehearsal-mend",
            "rehearsal.command.mend",
            Feather.LINK,
            () -> model.perform(new Act.Mend())),
        command("rehearsal-undo", "rehearsal.command.undo", Feather.CORNER_UP_LEFT, model::undo));
  }

  private Command command(String id, String words, Feather icon, Runnable run) {
    return Command.of(id, Group.HISTORY, texts.of(words), icon, run);
  }

  @Override
  public void close() {
    tutorial.close();
    side.close();
    diagram.close();
    model.close();
  }
}
