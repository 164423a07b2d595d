package dev.flotilla.app.desktop.theme;

import dev.flotilla.app.desktop.fx.Weakly;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller: text, icons and distances alike, as sharp as ever. The
/// content is laid out in what room that leaves.
///
/// Thread: FX.
public final class Zoom extends Region {
  private final Parent content;
  private final ReadOnlyDoubleProperty factor;

  /// Content of a size that follows `factor`.
  public Zoom(Parent content, ReadOnlyDoubleProperty factor) {
    this.content = content;
    this.factor = factor;
    Scale scale = new Scale(1, 1, 0, 0);
    scale.xProperty().bind(factor);
    scale.yProperty().bind(factor);
    content.getTransforms().add(scale);
    getChildren().add(content);
    Weakly.follow(this, factor, Zoom::requestLayout);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * factor.get();
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(-1) * factor.get();
  }
}
