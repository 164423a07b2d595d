package dev.flotilla.app.desktop.control;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A card in a list of cards that says what is seen in it, put together when somebody asks.
public final class SpokenBox extends VBox {
  public SpokenBox(double spacing, Node... children) {
    super(spacing, children);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? Spoken.of(this)
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
