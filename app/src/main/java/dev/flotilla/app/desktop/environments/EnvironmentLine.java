package dev.flotilla.app.desktop.environments;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.environments.EnvironmentsViewModel.Line;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// One environment of the sidebar: a press opens what can be done with it, dragging reorders.
final class EnvironmentLine extends MenuButton {
  private static final DataFormat ENVIRONMENT =
      new DataFormat("application/x-flotilla-environment");
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final EnvironmentsViewModel model;
  private final Texts texts;
  private final String name;
  private final StackPane icon = new StackPane();
  private final MenuItem protect = new MenuItem();
  private final MenuItem up;
  private final MenuItem down;

  EnvironmentLine(String name, EnvironmentsViewModel model, EnvironmentsView view, Texts texts) {
    this.name = name;
    this.model = model;
    this.texts = texts;
    setId("environment-" + name);
    getStyleClass().setAll("nav-item", "environment-line");
    setMaxWidth(Double.MAX_VALUE);
    Label label = Labels.of(name);
    label.setMinWidth(0);
    HBox row =
        new HBox(
            Space.SMALL,
            icon,
            label,
            Regions.spring(),
            Icons.of(Feather.MORE_HORIZONTAL, "on-hover"));
    row.setAlignment(Pos.CENTER_LEFT);
    row.prefWidthProperty().bind(widthProperty().subtract(Space.LARGE));
    setGraphic(row);
    up = item("environment.up", Feather.ARROW_UP, () -> model.moveTo(name, model.place(name) - 1));
    down =
        item(
            "environment.down",
            Feather.ARROW_DOWN,
            () -> model.moveTo(name, model.place(name) + 1));
    MenuItem fixed = new MenuItem(texts.of("environment.fixedName"), Icons.of(Feather.INFO));
    fixed.setDisable(true);
    getItems()
        .addAll(
            protect,
            up,
            down,
            new SeparatorMenuItem(),
            fixed,
            item("environment.delete", Feather.TRASH_2, () -> view.delete(name)));
    setOnShowing(_ -> {
      up.setDisable(model.place(name) == 0);
      down.setDisable(model.place(name) == model.count() - 1);
    });
    dragging();
  }

  void show(Line line) {
    icon.getChildren().setAll(Icons.of(line.isProtected() ? Feather.LOCK : Feather.LAYERS));
    setAccessibleText(line.isProtected() ? texts.of("environment.line.protected", name) : name);
    setTooltip(line.isProtected() ? new Tooltip(texts.of("environment.protected")) : null);
    protect.setText(texts.of(line.isProtected() ? "environment.unprotect" : "environment.protect"));
    protect.setGraphic(Icons.of(line.isProtected() ? Feather.UNLOCK : Feather.LOCK));
    protect.setOnAction(_ -> model.protect(name, !line.isProtected()));
    pseudoClassStateChanged(PseudoClass.getPseudoClass("conflicted"), line.conflicted());
  }

  private MenuItem item(String text, Feather feather, Runnable run) {
    MenuItem item = new MenuItem(texts.of(text), Icons.of(feather));
    item.setOnAction(_ -> run.run());
    return item;
  }

  private void dragging() {
    setOnDragDetected(event -> {
      ClipboardContent held = new ClipboardContent();
      held.put(ENVIRONMENT, name);
      startDragAndDrop(TransferMode.MOVE).setContent(held);
      event.consume();
    });
    setOnDragOver(event -> {
      if (isTaken(event)) {
        event.acceptTransferModes(TransferMode.MOVE);
        event.consume();
      }
    });
    setOnDragEntered(event -> pseudoClassStateChanged(DROP, isTaken(event)));
    setOnDragExited(_ -> pseudoClassStateChanged(DROP, false));
    setOnDragDropped(event -> {
      if (isTaken(event)
          && event.getDragboard().getContent(ENVIRONMENT) instanceof String dragged) {
        model.moveTo(dragged, model.place(name));
        event.setDropCompleted(true);
        event.consume();
      }
    });
  }

  private boolean isTaken(DragEvent event) {
    return event.getDragboard().getContent(ENVIRONMENT) instanceof String dragged
        && !dragged.equals(name)
        // Not from a window with another workspace, which may have an environment of that name.
        && event.getGestureSource() instanceof Node source
        && source.getScene() != null
        && source.getScene().equals(getScene());
  }
}
