package dev.flotilla.app.desktop.control;

import atlantafx.base.controls.ModalPane;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A dialog inside the window: title, content, buttons at the lower right. Esc closes it.
public final class Dialog extends VBox {
  private final HBox buttons = new HBox(Space.SMALL);

  public Dialog(String id, String title, String closeName, Runnable onClose) {
    setId(id);
    getStyleClass().add("dialog-box");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Button close = Buttons.icon(id + "-close", Feather.X, closeName);
    close.setOnAction(_ -> onClose.run());
    HBox head = new HBox(Space.SMALL, Labels.of(title, "dialog-title"), Regions.spring(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("dialog-head");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getStyleClass().add("dialog-buttons");
    Regions.shownWhile(buttons, Bindings.isNotEmpty(buttons.getChildren()));
    getChildren().addAll(head, buttons);
  }

  /// Puts `content` between title and buttons.
  public Dialog content(Node... content) {
    VBox body = new VBox(Space.LARGE, content);
    body.getStyleClass().add("dialog-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().add(1, body);
    return this;
  }

  /// The buttons, from left to right.
  public Dialog buttons(Node... nodes) {
    buttons.getChildren().setAll(nodes);
    return this;
  }

  /// Shows the dialog in `pane`, over everything else of the window.
  public void showIn(ModalPane pane) {
    pane.setAlignment(Pos.CENTER);
    pane.show(this);
  }
}
