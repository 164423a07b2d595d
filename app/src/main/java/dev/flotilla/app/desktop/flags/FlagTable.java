package dev.flotilla.app.desktop.flags;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;

/// The table as a screen reader knows it. It reads the item that has the focus: the whole row, or
/// the cell of an environment while the keyboard is at its switch.
final class FlagTable extends TableView<FlagRow> {
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    Object answer = super.queryAccessibleAttribute(attribute, parameters);
    return switch (attribute) {
      case FOCUS_ITEM ->
          // JavaFX answers the first cell of a row that is focused as a whole.
          answer instanceof TableCell<?, ?> cell
                  && getFocusModel().getFocusedCell().getTableColumn() == null
              ? cell.getTableRow()
              : answer;
      case MULTIPLE_SELECTION -> true;
      default -> answer;
    };
  }
}
