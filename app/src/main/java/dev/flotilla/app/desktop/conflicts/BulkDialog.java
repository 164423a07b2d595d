package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenCell;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.Parts;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Asks by which rule several conflicts are decided, and shows what that means for each of them.
final class BulkDialog {
  private static final double WIDTH = 760;
  private static final double LIST_HEIGHT = 336;
  private static final double ROW_HEIGHT = 48;
  private static final double PLACE_WIDTH = 280;

  private final BulkViewModel model;
  private final Texts texts;
  private final Frame frame;
  private final List<ReplicaId> authors;
  private final SimpleBooleanProperty running = new SimpleBooleanProperty();
  private final ProgressBar progress = new ProgressBar();
  private @Nullable Parts parts;

  /// @param authors whose side can be taken, one's own first
  BulkDialog(BulkViewModel model, Texts texts, Frame frame, List<ReplicaId> authors) {
    this.model = model;
    this.texts = texts;
    this.frame = frame;
    this.authors = List.copyOf(authors);
  }

  void show() {
    Button cancel = Buttons.plain("bulk-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> close());
    Button decide = Buttons.primary("bulk-decide", "");
    decide
        .textProperty()
        .bind(model.countProperty().map(count -> texts.of("inbox.bulk.decide", count)));
    decide.accessibleTextProperty().bind(decide.textProperty());
    decide
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> running.get() || model.countProperty().getValue().intValue() == 0,
                running,
                model.countProperty()));
    decide.setOnAction(_ -> decide());
    progress.setAccessibleText(texts.of("inbox.bulk.title"));
    progress.setMaxWidth(Double.MAX_VALUE);
    Dialog dialog =
        new Dialog(
                "bulk-dialog", texts.of("inbox.bulk.title"), texts.of("dialog.close"), this::close)
            .content(
                Labels.wrapped(texts.of("inbox.bulk.text"), "soft"),
                rules(),
                preview(),
                Regions.shownWhile(progress, running))
            .buttons(cancel, decide);
    dialog.setPrefWidth(WIDTH);
    frame.show(dialog, decide);
  }

  private void close() {
    if (parts != null) {
      parts.cancel();
    }
    frame.closeDialog();
  }

  private void decide() {
    running.set(true);
    model.decide(started -> {
      parts = started;
      progress.progressProperty().bind(started.progressProperty());
      var _ =
          started
              .end()
              .thenAccept(_ -> {
                running.set(false);
                parts = null;
                frame.closeDialog();
              });
    });
  }

  private Node rules() {
    List<BulkRule> rules = new ArrayList<>();
    rules.add(new BulkRule.InUse());
    rules.add(new BulkRule.Newest());
    rules.add(new BulkRule.Keep());
    authors.forEach(author -> rules.add(new BulkRule.By(author)));
    FlowPane row = new FlowPane(Space.SMALL, Space.SMALL);
    ToggleGroup group = new ToggleGroup();
    for (int at = 0; at < rules.size(); at++) {
      BulkRule rule = rules.get(at);
      ToggleButton button = new ToggleButton(model.name(rule));
      button.setId("bulk-rule-" + at);
      button.setAccessibleText(model.name(rule));
      button.getStyleClass().setAll("pick", "pick-rule");
      button.setToggleGroup(group);
      button
          .selectedProperty()
          .subscribe(taken -> button.setGraphic(taken ? Icons.of(Feather.CHECK) : null));
      button.setSelected(rule.equals(model.ruleProperty().get()));
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.ruleProperty().set(rule);
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private Node preview() {
    ListView<BulkViewModel.Line> list = new ListView<>(model.lines());
    list.setId("bulk-list");
    list.setAccessibleText(texts.of("inbox.bulk.list"));
    list.setFixedCellSize(ROW_HEIGHT);
    list.setPrefHeight(LIST_HEIGHT);
    list.setCellFactory(_ -> new Cell());
    list.getStyleClass().add("bulk-list");
    VBox.setVgrow(list, Priority.ALWAYS);
    return list;
  }

  /// A conflict, and what the rule makes of it.
  private final class Cell extends SpokenCell<BulkViewModel.Line> {
    private final CheckBox box = new CheckBox();
    private final Label key = Labels.of("", "mono");
    private final Label place = Labels.of("", "small", "soft");
    private final Label value = Labels.of("", "medium");
    private final Label by = Labels.of("", "small", "faint");
    private final Avatar avatar = new Avatar("");
    private final HBox row;
    private BulkViewModel.@Nullable Line shown;

    Cell() {
      VBox what = new VBox(Space.HAIR, key, place);
      VBox side = new VBox(Space.HAIR, value, by);
      for (VBox lines : List.of(what, side)) {
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
      }
      what.setMinWidth(PLACE_WIDTH);
      what.setMaxWidth(PLACE_WIDTH);
      HBox.setHgrow(side, Priority.ALWAYS);
      row = new HBox(Space.MEDIUM, box, what, avatar, side);
      row.setAlignment(Pos.CENTER_LEFT);
      row.setPrefWidth(1);
    }

    @Override
    protected void updateItem(BulkViewModel.@Nullable Line item, boolean empty) {
      super.updateItem(item, empty);
      if (shown != null) {
        box.selectedProperty().unbindBidirectional(shown.chosen());
      }
      shown = empty ? null : item;
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      key.setText(item.conflict().key());
      place.setText(item.conflict().place());
      box.setId("bulk-choose-" + item.conflict().id());
      box.setAccessibleText(
          texts.of("inbox.bulk.choose", item.conflict().key(), item.conflict().place()));
      box.setDisable(item.side().isEmpty());
      box.selectedProperty().bindBidirectional(item.chosen());
      avatar.setVisible(item.side().isPresent());
      item.side()
          .ifPresentOrElse(
              side -> {
                avatar.show(side.device());
                value.setText(side.value().replace('\n', ' '));
                by.setText(texts.of("inbox.bulk.side", side.who(), side.when().getValue()));
              },
              () -> {
                value.setText(texts.of("inbox.bulk.open"));
                by.setText(texts.of("inbox.bulk.nothing"));
              });
      setGraphic(row);
    }
  }
}
