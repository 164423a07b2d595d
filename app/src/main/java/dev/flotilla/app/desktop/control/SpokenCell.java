package dev.flotilla.app.desktop.control;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListCell;

/// A row of a list that says what is seen in it. The words are put together when somebody asks: a
/// list that is scrolled without a screen reader pays nothing.
public class SpokenCell<T> extends ListCell<T> {
  @Override
  public final Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && !isEmpty()
        ? spoken()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /// What the row says; unless a row knows better, what is seen in it.
  protected String spoken() {
    return Spoken.join(getText() == null ? "" : getText(), Spoken.of(getGraphic()));
  }
}
