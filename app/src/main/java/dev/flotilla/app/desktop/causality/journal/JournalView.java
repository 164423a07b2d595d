package dev.flotilla.app.desktop.causality.journal;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.history.Difference;
import dev.flotilla.app.desktop.history.DifferenceRow;
import dev.flotilla.app.desktop.history.EntityIcons;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A card for each thing that several machines changed at the same time: beside each other what
/// each did, above them why nobody had to decide.
final class JournalView extends BorderPane {
  /// Machines beside each other; more stand below.
  private static final int BESIDE = 3;

  private final JournalViewModel model;
  private final Texts texts;
  private final Frame frame;
  private final ListView<JournalLine> list = new ListView<>();

  JournalView(JournalViewModel model, Texts texts, Frame frame) {
    this.model = model;
    this.texts = texts;
    this.frame = frame;
    setId("journal");
    getStyleClass().add("journal");
    setMinWidth(0);
    list.setId("journal-list");
    list.setAccessibleText(texts.of("merge.journal"));
    list.setItems(model.lines());
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Region());
    // A list keeps Enter for itself.
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          JournalLine line = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && list.isFocused() && line != null) {
            showInDiagram(line);
            event.consume();
          }
        });
    list.getStyleClass().addAll("edge-to-edge", "journal-list");
    EmptyState empty =
        new EmptyState(
            Feather.GIT_MERGE,
            texts.of("merge.journal.empty.title"),
            texts.of("merge.journal.empty.text"));
    empty.setId("journal-empty");
    Regions.shownWhile(empty, Bindings.isEmpty(model.lines()).and(model.readingProperty().not()));
    setTop(head());
    setCenter(new StackPane(list, empty));
    setBottom(foot());
    sceneProperty().subscribe((_, scene) -> model.setShown(scene != null));
  }

  void focusList() {
    list.requestFocus();
  }

  private Node head() {
    VBox head =
        new VBox(
            Space.SMALL,
            Labels.wrapped(texts.of("merge.journal.intro"), "soft"),
            FormField.errorLabel("journal-problem", model.problemProperty()));
    head.getStyleClass().add("journal-head");
    return head;
  }

  private Node foot() {
    Label looked = Labels.of("", "small", "faint");
    looked.textProperty().bind(model.lookedProperty());
    Button older = Buttons.quiet("journal-older", texts.of("merge.journal.older"));
    older.setOnAction(_ -> model.older());
    older.disableProperty().bind(model.readingProperty());
    Regions.shownWhile(older, model.moreProperty());
    HBox foot = new HBox(Space.MEDIUM, looked, Regions.spring(), older);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("journal-foot");
    return foot;
  }

  private Node card(JournalLine line) {
    Label name = Labels.of(line.name(), "mono-strong");
    name.setMinWidth(0);
    name.setTooltip(new Tooltip(line.name()));
    Label when = Labels.of(line.when(), "small", "faint");
    when.setMinWidth(Region.USE_PREF_SIZE);
    HBox head =
        new HBox(
            Space.SMALL,
            Icons.of(EntityIcons.of(Optional.of(line.entity()))),
            name,
            Regions.spring(),
            when,
            actions(line));
    head.setAlignment(Pos.CENTER_LEFT);
    HBox why =
        new HBox(
            Space.SMALL,
            Icons.of(Feather.CHECK, "icon-success"),
            Labels.wrapped(line.why(), "soft"));
    why.setAlignment(Pos.TOP_LEFT);
    VBox card = new VBox(Space.SMALL, head, why);
    if (!line.disputed().isEmpty()) {
      HBox disputed =
          new HBox(
              Space.SMALL,
              Icons.of(Feather.GIT_MERGE, "icon-danger"),
              Labels.wrapped(line.disputed(), "soft"));
      disputed.setAlignment(Pos.TOP_LEFT);
      card.getChildren().add(disputed);
    }
    card.getChildren().add(sides(line));
    card.getStyleClass().add("journal-card");
    return card;
  }

  private Node actions(JournalLine line) {
    HBox actions = new HBox(Space.TIGHT);
    Button diagram =
        Buttons.icon("journal-diagram", Feather.GIT_COMMIT, texts.of("merge.showInDiagram"));
    diagram.setOnAction(_ -> showInDiagram(line));
    actions.getChildren().add(diagram);
    if (line.entity().kind().equals(EntityId.FLAG)) {
      Button open = Buttons.icon("journal-open", Feather.EDIT_2, texts.of("conflicts.open"));
      open.setOnAction(_ -> frame.openFlag(line.entity().key()));
      actions.getChildren().add(open);
    }
    return actions;
  }

  private void showInDiagram(JournalLine line) {
    frame.showInDiagram(line.entity());
    frame.showInDiagram(line.newest());
  }

  private Node sides(JournalLine line) {
    GridPane grid = new GridPane(Space.LARGE, Space.MEDIUM);
    int columns = Math.min(BESIDE, line.sides().size());
    for (int column = 0; column < columns; column++) {
      ColumnConstraints equal = new ColumnConstraints();
      equal.setPercentWidth(100.0 / columns);
      grid.getColumnConstraints().add(equal);
    }
    for (int at = 0; at < line.sides().size(); at++) {
      grid.add(side(line.sides().get(at)), at % columns, at / columns);
    }
    return grid;
  }

  private Node side(JournalLine.Side side) {
    Label who = Labels.of(side.who(), "small", "medium");
    Label message = Labels.of(side.message(), "small", "faint");
    message.setMinWidth(0);
    HBox by = new HBox(Space.SMALL, new Avatar(side.device()), who, message);
    by.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(by);
    for (Difference difference : side.differences()) {
      box.getChildren().add(DifferenceRow.shown(difference, texts));
    }
    if (side.more() > 0) {
      box.getChildren().add(Labels.of(texts.of("merge.more", side.more()), "small", "faint"));
    }
    box.getStyleClass().add("journal-side");
    box.setMinWidth(0);
    return box;
  }

  private final class Cell extends SpokenCell<JournalLine> {
    @Override
    protected void updateItem(@Nullable JournalLine line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      if (empty || line == null) {
        setGraphic(null);
      } else {
        setGraphic(card(line));
        setPrefWidth(0);
      }
    }
  }
}
