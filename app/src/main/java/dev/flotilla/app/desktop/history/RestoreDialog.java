package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows what restoring would do before it is done.
final class RestoreDialog {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 320;

  private final RestoreViewModel model;
  private final Texts texts;
  private final Frame frame;

  RestoreDialog(RestoreViewModel model, Texts texts, Frame frame) {
    this.model = model;
    this.texts = texts;
    this.frame = frame;
  }

  void show() {
    Runnable close =
        () -> {
          model.cancel();
          frame.closeDialog();
        };
    Button cancel = Buttons.plain("restore-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> close.run());
    Button restore = Buttons.primary("restore-do", texts.of("restore.button"));
    restore.disableProperty().bind(model.readyProperty().not());
    restore.setOnAction(_ -> model.restore(frame::closeDialog));
    Label summary = Labels.wrapped("", "medium");
    summary.setId("restore-summary");
    summary.textProperty().bind(model.summaryProperty());
    Regions.shownWhile(summary, model.summaryProperty().isNotEmpty());
    ProgressBar bar = new ProgressBar();
    bar.setId("restore-progress");
    bar.setAccessibleText(texts.of("past.going"));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(model.progressProperty());
    Regions.shownWhile(bar, model.runningProperty());
    Dialog dialog =
        new Dialog("restore", model.title(), texts.of("dialog.close"), close)
            .content(
                Labels.wrapped(model.when(), "soft"),
                summary,
                FormField.errorLabel("restore-problem", model.problemProperty()),
                preview(),
                bar)
            .buttons(cancel, restore);
    dialog.setPrefWidth(WIDTH);
    frame.show(dialog, cancel);
    model.prepare();
  }

  private Node preview() {
    VBox cards = new VBox(Space.SMALL);
    ListChangeListener<Group> listener =
        _ -> cards.getChildren().setAll(model.groups().stream().map(this::card).toList());
    model.groups().addListener(listener);
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setId("restore-preview");
    scroll.setAccessibleText(texts.of("restore.preview"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefHeight(HEIGHT);
    return Regions.shownWhile(scroll, model.readyProperty().or(model.runningProperty()));
  }

  private Node card(Group group) {
    HBox head =
        new HBox(
            Space.SMALL,
            Icons.of(EntityIcons.of(group.entity())),
            Labels.of(group.entity().map(this::name).orElse(""), "mono-strong"));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("change-card-head");
    VBox card = new VBox(head);
    card.getStyleClass().add("change-card");
    group
        .differences()
        .forEach(
            difference -> card.getChildren().add(new DifferenceRow(difference, texts, _ -> {})));
    return card;
  }

  private String name(EntityId entity) {
    return entity.kind().equals(EntityId.WORKSPACE) ? texts.of("history.workspace") : entity.key();
  }
}
