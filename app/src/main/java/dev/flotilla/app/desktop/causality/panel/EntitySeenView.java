package dev.flotilla.app.desktop.causality.panel;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.desktop.causality.canvas.MarkWords;
import dev.flotilla.app.desktop.causality.canvas.Runs;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.causality.detail.DetailModel;
import dev.flotilla.app.desktop.causality.detail.DetailView;
import dev.flotilla.app.desktop.causality.detail.Wishes;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.panel.EntitySeenModel.Shown;
import dev.flotilla.app.desktop.causality.seen.FleetModel;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.Map;
import java.util.SortedSet;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Who saw what of one flag: its changes as a small diagram, and the one that is looked at in
/// words.
///
/// Thread: FX.
public final class EntitySeenView extends VBox implements AutoCloseable {
  private static final double DIAGRAM_HEIGHT = 300;

  /// More do not fit at once.
  private static final int ALL_SHOWN_MAX = 24;

  private final EntitySeenModel model;
  private final FleetModel fleets;
  private final DetailView detail;
  private final Label title = Labels.wrapped("", "section-title");
  private final Label summary = Labels.wrapped("", "small", "soft");
  private final SpaceTimeView diagram;
  private final Subscription subscription;
  private boolean hasMarks;

  public EntitySeenView(CausalityModel causality, Desk desk, Frame frame, EntityId entity) {
    this.model = new EntitySeenModel(causality, desk.texts(), entity);
    this.fleets = new FleetModel(causality.workspace(), causality.historyProperty());
    DetailModel told = new DetailModel(model.looking(), fleets.fleetProperty(), desk);
    this.detail = new DetailView(told, desk, new InPanel(causality, frame));
    this.diagram = new SpaceTimeView(desk.texts(), new Words(causality, desk));
    diagram.setId("entity-seen-diagram");
    diagram.selectedProperty().bindBidirectional(model.looking().selected());
    diagram.comparedProperty().bindBidirectional(model.looking().compared());
    diagram.runsProperty().set(new Opened(model));
    diagram.setMinHeight(DIAGRAM_HEIGHT);
    diagram.setPrefHeight(DIAGRAM_HEIGHT);
    diagram.setMaxHeight(DIAGRAM_HEIGHT);
    setId("entity-seen");
    getStyleClass().add("entity-seen");
    Button whole =
        Buttons.icon("entity-seen-whole", Feather.MAXIMIZE_2, desk.texts().of("seen.panel.whole"));
    whole.setOnAction(_ -> frame.showInDiagram(entity));
    VBox words = new VBox(Space.HAIR, title, summary);
    HBox head = new HBox(Space.SMALL, words, Regions.spring(), whole);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("entity-seen-head");
    StackPane framed = new StackPane(diagram);
    framed.getStyleClass().add("entity-seen-diagram");
    VBox.setVgrow(detail, Priority.ALWAYS);
    getChildren().addAll(head, framed, detail);
    this.subscription =
        Subscription.combine(
            model.shownProperty().subscribe(this::show),
            causality
                .conflictsProperty()
                .subscribe(now -> diagram.conflictsProperty().set(now.keySet())));
  }

  private void show(Shown now) {
    title.setText(now.title());
    summary.setText(now.summary());
    summary.setGraphic(
        now.hasConcurrent() ? Icons.of(Feather.GIT_BRANCH, "icon-warning", "seen-icon") : null);
    diagram.diagramProperty().set(now.diagram());
    // Only at first: somebody may be looking at a part of it while others go on working.
    if (hasMarks || now.diagram().marks().isEmpty()) {
      return;
    }
    hasMarks = true;
    if (now.diagram().marks().size() <= ALL_SHOWN_MAX) {
      diagram.showAll();
    } else {
      diagram.showNewest();
    }
  }

  private record Opened(EntitySeenModel model) implements Runs {
    @Override
    public void open(Mark run) {
      model.open(run);
    }

    @Override
    public void close(ChangeRef change) {
      model.closeRuns();
    }

    @Override
    public boolean isOpened(ChangeRef change) {
      return model.isOpened(change);
    }
  }

  private record Words(CausalityModel causality, Desk desk) implements MarkWords {
    @Override
    public String headline(Event event) {
      return causality.headline(event);
    }

    @Override
    public String time(Event event) {
      return desk.moments().timeOfDay(event.time());
    }
  }

  /// The flag is open already.
  private record InPanel(CausalityModel causality, Frame frame) implements Wishes {
    @Override
    public boolean canShow(EntityId entity) {
      return false;
    }

    @Override
    public void show(EntityId entity) {}

    @Override
    public ObservableValue<Map<ChangeRef, SortedSet<String>>> conflicts() {
      return causality.conflictsProperty();
    }

    @Override
    public void showConflict(String id) {
      frame.showConflict(id);
    }

    @Override
    public boolean hasHistory() {
      return true;
    }

    @Override
    public void showInHistory(ChangeRef change) {
      frame.showInHistory(change);
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    detail.close();
    model.close();
    fleets.close();
  }
}
