package dev.flotilla.app.desktop.causality.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A canvas with as many pixels as are on the screen where the window shows everything larger: a
/// canvas alone would be blown up there. Its coordinates, and those of the pointer, stay the same.
///
/// Thread: FX.
final class Sheet extends Region {
  private final Canvas canvas = new Canvas();
  private final Scale smaller = new Scale(1, 1, 0, 0);

  Sheet() {
    canvas.setMouseTransparent(true);
    canvas.getTransforms().add(smaller);
    setPickOnBounds(true);
    getChildren().add(canvas);
  }

  /// What is drawn on, for a size and a place that are known by now.
  GraphicsContext graphics() {
    double factor = Math.max(1, getLocalToSceneTransform().getMxx());
    canvas.setWidth(Math.ceil(getWidth() * factor));
    canvas.setHeight(Math.ceil(getHeight() * factor));
    smaller.setX(1 / factor);
    smaller.setY(1 / factor);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.setTransform(factor, 0, 0, factor, 0, 0);
    return graphics;
  }

  /// How many pixels it has from left to right.
  double pixels() {
    return canvas.getWidth();
  }
}
