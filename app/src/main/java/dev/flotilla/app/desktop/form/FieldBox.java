package dev.flotilla.app.desktop.form;

import dev.flotilla.app.desktop.theme.Space;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A field with what is said below it. Over its right end, beside its name, lies who else is there:
/// that takes no room, so that nothing moves while somebody types.
final class FieldBox extends VBox {
  private static final double INSET = 2;
  private static final double GAP = 3;

  private final Node field;
  private final ArrivalMark mark;

  FieldBox(Node field, ArrivalMark mark, Node... below) {
    super(Space.TIGHT, field);
    this.field = field;
    this.mark = mark;
    getChildren().addAll(below);
    getChildren().add(mark);
    mark.onChange(this::requestLayout);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    var bounds = field.getBoundsInParent();
    double width = Math.min(mark.prefWidth(-1), bounds.getWidth() - 2 * INSET);
    double height = mark.prefHeight(-1);
    mark.resizeRelocate(
        snapPositionX(bounds.getMaxX() - width - INSET),
        snapPositionY(bounds.getMinY() - height - GAP),
        snapSizeX(width),
        height);
  }
}
