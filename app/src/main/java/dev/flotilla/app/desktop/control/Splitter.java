package dev.flotilla.app.desktop.control;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The edge of a pane that can be drawn wider or narrower: with the mouse, or with the arrow keys.
/// A double click, or Home, gives the width it had at first.
public final class Splitter extends Region {
  private static final double STEP = 16;
  private static final double THICKNESS = 7;

  private final Side side;
  private final DoubleProperty width;
  private final double usual;
  private final double least;
  private final double most;
  private double grabbedAt;
  private double widthBefore;

  /// @param side where the pane is, seen from this edge
  /// @param width the width of the pane; its value now is the usual one
  public Splitter(
      String id, String name, Side side, DoubleProperty width, double least, double most) {
    this.side = side;
    this.width = width;
    this.usual = width.get();
    this.least = least;
    this.most = most;
    setId(id);
    setAccessibleText(name);
    setAccessibleRole(AccessibleRole.SLIDER);
    getStyleClass().add("splitter");
    setCursor(Cursor.H_RESIZE);
    setFocusTraversable(true);
    setPrefWidth(THICKNESS);
    setMaxWidth(THICKNESS);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::reset);
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /// Gives the pane a width, as near as its limits allow.
  public void resize(double wanted) {
    width.set(Math.clamp(Math.rint(wanted), least, most));
  }

  private void grab(MouseEvent event) {
    grabbedAt = sceneX(event);
    widthBefore = width.get();
    event.consume();
  }

  private void drag(MouseEvent event) {
    double moved = sceneX(event) - grabbedAt;
    resize(widthBefore + (side == Side.LEFT ? moved : -moved));
    event.consume();
  }

  /// In units of the pane, also where everything is shown larger. The pane itself moves while its
  /// edge does, so only the scale of its coordinates is of use.
  private double sceneX(MouseEvent event) {
    return event.getSceneX() / getLocalToSceneTransform().getMxx();
  }

  private void reset(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      resize(usual);
    }
  }

  private void onKey(KeyEvent event) {
    KeyCode wider = side == Side.LEFT ? KeyCode.RIGHT : KeyCode.LEFT;
    KeyCode narrower = side == Side.LEFT ? KeyCode.LEFT : KeyCode.RIGHT;
    if (event.getCode() == wider) {
      resize(width.get() + STEP);
    } else if (event.getCode() == narrower) {
      resize(width.get() - STEP);
    } else if (event.getCode() == KeyCode.HOME) {
      resize(usual);
    } else {
      return;
    }
    event.consume();
  }
}
