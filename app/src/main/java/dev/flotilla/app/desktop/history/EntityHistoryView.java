package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.causality.seen.FleetModel;
import dev.flotilla.app.desktop.causality.seen.SeenByView;
import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.KeptRows;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.node.LogEntry;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The history of one thing, for example a flag: a card for each change with what it did to it.
///
/// Thread: FX.
public final class EntityHistoryView extends StackPane implements AutoCloseable {
  private final EntityHistoryViewModel model;
  private final Texts texts;
  private final Desk desk;
  private final Frame frame;
  private final FleetModel fleets;

  public EntityHistoryView(WorkspaceModel workspace, Desk desk, Frame frame, EntityId entity) {
    this.texts = desk.texts();
    this.desk = desk;
    this.frame = frame;
    this.model = new EntityHistoryViewModel(workspace, texts, desk.moments(), entity);
    this.fleets = new FleetModel(workspace);
    setId("entity-history");
    getStyleClass().add("entity-history");
    Button older = Buttons.plain("history-older", texts.of("history.older"));
    older.setOnAction(_ -> model.older());
    Regions.shownWhile(older, model.moreProperty());
    Button diagram =
        Buttons.plain("history-diagram", texts.of("history.diagram"), Feather.GIT_BRANCH);
    diagram.setTooltip(new Tooltip(texts.of("history.diagram.entity", entity.key())));
    diagram.setOnAction(_ -> frame.showInDiagram(entity));
    VBox column =
        new VBox(
            Space.MEDIUM,
            diagram,
            FormField.errorLabel("entity-history-problem", model.problemProperty()),
            new KeptRows<>(Space.MEDIUM, model.items(), this::card),
            older);
    column.getStyleClass().add("entity-history-list");
    ScrollPane scroll = new ScrollPane(column);
    scroll.setId("entity-history-scroll");
    scroll.setAccessibleText(texts.of("history.list"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scroll);
  }

  private Node card(EntityHistoryViewModel.Item item) {
    LogEntry change = item.change();
    Label time = Labels.of("", "small", "faint");
    time.textProperty().bind(desk.moments().live(change.time()));
    time.setTooltip(new Tooltip(desk.moments().exact(change.time())));
    time.setMinWidth(Label.USE_PREF_SIZE);
    Label who = Labels.of(item.who(), "medium");
    who.setMinWidth(0);
    HBox head =
        new HBox(
            Space.SMALL,
            new Avatar(change.deviceName()),
            who,
            time,
            Regions.spring(),
            diagram(change),
            see(change),
            restore(change));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("change-card-head");
    VBox card = new VBox(head);
    card.getStyleClass().add("change-card");
    if (!change.message().isBlank() || item.differences().isEmpty()) {
      Label message = Labels.wrapped(item.headline(), "change-message");
      card.getChildren().add(message);
    }
    for (Difference difference : item.differences()) {
      card.getChildren()
          .add(
              DifferenceRow.narrow(
                  difference, texts, one -> PutBack.in(model.model(), texts, one)));
    }
    SeenByView seen =
        SeenByView.line(fleets.fleetProperty(), HistoryPage.last(change), texts, desk.moments());
    seen.getStyleClass().add("change-seen");
    card.getChildren().add(seen);
    return card;
  }

  private Button diagram(LogEntry change) {
    Button diagram =
        Buttons.icon(
            "diagram-" + change.seq(),
            Feather.GIT_BRANCH,
            texts.of("history.diagram.at", desk.moments().exact(change.time())));
    diagram.setOnAction(_ -> frame.showInDiagram(change.ref()));
    return diagram;
  }

  private Button see(LogEntry change) {
    Button see =
        Buttons.icon(
            "see-" + change.seq(),
            Feather.CLOCK,
            texts.of("history.see.at", desk.moments().exact(change.time())));
    see.setOnAction(_ -> model.model().timeTravel().go(change));
    return see;
  }

  private Button restore(LogEntry change) {
    Button restore =
        Buttons.icon(
            "restore-" + change.seq(),
            Feather.ROTATE_CCW,
            texts.of("history.restore.entity", model.entity().key()));
    restore.setOnAction(_ ->
        new RestoreDialog(
                new RestoreViewModel(
                    model.model(), texts, desk.moments(), change, Optional.of(model.entity())),
                texts,
                frame)
            .show());
    return restore;
  }

  /// Ends what the view listens to.
  @Override
  public void close() {
    model.close();
    fleets.close();
  }
}
