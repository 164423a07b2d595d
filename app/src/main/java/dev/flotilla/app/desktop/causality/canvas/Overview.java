package dev.flotilla.app.desktop.causality.canvas;

import java.util.BitSet;
import java.util.function.DoubleConsumer;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The whole diagram beside it, very small, with the part that is looked at: a scroll bar that
/// shows where much happened. Drawn anew when the diagram changes; only the frame moves else.
///
/// Thread: FX.
final class Overview extends Region {
  static final double WIDTH = 44;
  private static final double EDGE = 6;
  private static final double LEAST = 24;
  private static final double TALL_LEAST = 1.5;
  private static final double TALL_MOST = 6;
  private static final double DISPUTED = 3;

  private final Sheet picture = new Sheet();
  private final Region thumb = new Region();
  private final DoubleConsumer scroll;
  private double whole = 1;
  private double visible = 1;
  private double grip;
  private @Nullable Columns drawn;
  private BitSet drawnDisputed = new BitSet();
  private double drawnHeight;
  private Object drawnColor = "";

  /// @param scroll gets the pixels of the diagram that shall be above the visible part
  Overview(DoubleConsumer scroll) {
    this.scroll = scroll;
    getStyleClass().setAll("overview");
    thumb.getStyleClass().setAll("overview-thumb");
    thumb.setMouseTransparent(true);
    getChildren().addAll(picture, thumb);
    setOnMousePressed(event -> {
      boolean inside = thumb.getBoundsInParent().contains(event.getX(), event.getY());
      grip = inside ? event.getY() - thumb.getLayoutY() : thumb.getHeight() / 2;
      drag(event.getY());
    });
    setOnMouseDragged(event -> drag(event.getY()));
  }

  private void drag(double y) {
    double room = Math.max(1, getHeight() - thumb.getHeight());
    scroll.accept((y - grip) / room * (whole - visible));
  }

  void show(Subject subject, Viewport viewport, Inks inks) {
    if (!isVisible()) {
      return;
    }
    whole = viewport.wholeHeight();
    visible = viewport.height();
    double size = Math.clamp(getHeight() * visible / whole, LEAST, getHeight());
    double part = viewport.top() / Math.max(1, viewport.topMost());
    thumb.resizeRelocate(2, part * (getHeight() - size), WIDTH - 4, size);
    Object color = inks.color(Tone.PAGE);
    if (drawn != subject.columns()
        || !drawnDisputed.equals(subject.disputed())
        || drawnHeight != getHeight()
        || !color.equals(drawnColor)) {
      drawn = subject.columns();
      drawnHeight = getHeight();
      drawnColor = color;
      drawnDisputed = subject.disputed();
      draw(subject.columns(), inks);
    }
  }

  private void draw(Columns columns, Inks inks) {
    picture.resize(WIDTH, getHeight());
    var graphics = picture.graphics();
    graphics.setFill(inks.color(Tone.BAND));
    graphics.fillRect(0, 0, WIDTH, getHeight());
    double step = (WIDTH - 2 * EDGE) / Math.max(1, columns.count());
    double tall = Math.clamp(getHeight() / columns.diagram().rows() / 2, TALL_LEAST, TALL_MOST);
    for (int column = 0; column < columns.count(); column++) {
      graphics.setFill(inks.color(Tone.of(columns.hue(column))));
      double x = EDGE + column * step;
      for (int[] span : Density.of(columns, column, (int) getHeight())) {
        graphics.setGlobalAlpha(Density.opacity(span[1]));
        graphics.fillRect(x, span[0], Math.max(1, step - 2), tall);
      }
    }
    graphics.setGlobalAlpha(1);
    graphics.setFill(inks.color(Tone.RED));
    drawnDisputed.stream()
        .mapToDouble(place -> columns.diagram().marks().get(place).row())
        .map(row -> row / columns.diagram().rows() * (getHeight() - 1))
        .forEach(y -> graphics.fillRect(WIDTH - EDGE, y - 1, EDGE, DISPUTED));
  }
}
