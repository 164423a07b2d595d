package dev.flotilla.app.desktop.causality.canvas;

import java.util.function.DoubleConsumer;
import javafx.scene.layout.Region;

/// Which lanes are looked at, where not all have room: a scroll bar below them. The keyboard
/// reaches every lane without it.
///
/// Thread: FX.
final class Sideways extends Region {
  static final double HEIGHT = 12;
  private static final double LEAST = 32;

  private final Region thumb = new Region();
  private final DoubleConsumer scroll;
  private double least;
  private double part = 1;
  private double most;
  private double grip;

  /// @param scroll gets the pixels of the diagram that shall be left of the visible part
  Sideways(DoubleConsumer scroll) {
    this.scroll = scroll;
    getStyleClass().setAll("sideways");
    thumb.getStyleClass().setAll("overview-thumb");
    thumb.setMouseTransparent(true);
    getChildren().add(thumb);
    setOnMousePressed(event -> {
      boolean inside = thumb.getBoundsInParent().contains(event.getX(), event.getY());
      grip = inside ? event.getX() - thumb.getLayoutX() : thumb.getWidth() / 2;
      drag(event.getX());
    });
    setOnMouseDragged(event -> drag(event.getX()));
  }

  private void drag(double x) {
    double room = Math.max(1, getWidth() - thumb.getWidth());
    scroll.accept((x - grip) / room * most);
  }

  void show(Viewport viewport) {
    most = viewport.leftMost();
    part = viewport.width() / Math.max(1, viewport.width() + most);
    least = most == 0 ? 0 : viewport.left() / most;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double size = Math.clamp(getWidth() * part, Math.min(LEAST, getWidth()), getWidth());
    thumb.resizeRelocate(least * (getWidth() - size), 3, size, HEIGHT - 5);
  }
}
