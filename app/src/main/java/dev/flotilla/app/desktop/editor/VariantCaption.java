package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The name of a variant, and behind it its value, but only where there is room for all of it: half
/// a value says less than none.
final class VariantCaption extends Region {
  private final Label name = Labels.of("");
  private final Label value = Labels.of("", "mono", "faint");

  VariantCaption() {
    getChildren().addAll(name, value);
  }

  void show(String newName, String newValue) {
    name.setText(newName);
    value.setText(newValue);
    requestLayout();
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    double gap = value.getText().isEmpty() ? 0 : Space.SMALL;
    Insets insets = getInsets();
    return Math.ceil(
        insets.getLeft() + name.prefWidth(-1) + gap + value.prefWidth(-1) + insets.getRight());
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(Math.max(name.prefHeight(-1), value.prefHeight(-1)));
  }

  @Override
  protected void layoutChildren() {
    double wanted = Math.ceil(name.prefWidth(-1));
    double valueWidth = Math.ceil(value.prefWidth(-1));
    double left = wanted + Space.SMALL;
    boolean fits = !value.getText().isEmpty() && left + valueWidth <= getWidth();
    value.setVisible(fits);
    place(name, 0, Math.min(wanted, getWidth()));
    place(value, left, valueWidth);
  }

  private void place(Label label, double x, double width) {
    double height = label.prefHeight(-1);
    label.resizeRelocate(x, Math.floor((getHeight() - height) / 2), width, height);
  }
}
