package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// What differs, one line each: beside its name the values of each side, of which one is taken.
final class PickTable extends GridPane {
  private static final double NAME_SHARE = 28;

  /// @param id names the line
  /// @param name what the line is about
  /// @param values of the sides
  /// @param picked which one is taken at first
  record Line(String id, String name, List<String> values, int picked) {
    Line {
      values = List.copyOf(values);
    }
  }

  /// @param heads what the columns are called: first that of the names, then the sides
  /// @param pick gets the id of a line and the side that was taken
  PickTable(List<String> heads, List<Line> lines, BiConsumer<String, Integer> pick) {
    super(Space.SMALL, Space.SMALL);
    getStyleClass().add("pick-table");
    int sides = heads.size() - 1;
    for (int column = 0; column <= sides; column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(column == 0 ? NAME_SHARE : (100 - NAME_SHARE) / sides);
      width.setHgrow(Priority.ALWAYS);
      width.setHalignment(HPos.LEFT);
      getColumnConstraints().add(width);
      Label head = Labels.of(heads.get(column), "overline");
      head.setMinWidth(0);
      add(head, column, 0);
    }
    for (int row = 0; row < lines.size(); row++) {
      add(lines.get(row), row + 1, heads, pick);
    }
  }

  private void add(Line line, int row, List<String> heads, BiConsumer<String, Integer> pick) {
    Label name = Labels.of(line.name(), "mono");
    name.setTooltip(new Tooltip(line.name()));
    name.setMinWidth(0);
    add(name, 0, row);
    ToggleGroup group = new ToggleGroup();
    for (int side = 0; side < line.values().size(); side++) {
      int chosen = side;
      String value = line.values().get(side);
      ToggleButton button = new ToggleButton(value);
      button.setId("pick-" + row + "-" + side);
      button.setAccessibleText(line.name() + ", " + heads.get(side + 1) + ": " + value);
      button.setTooltip(new Tooltip(value));
      button.getStyleClass().setAll("pick");
      button.setToggleGroup(group);
      // A sign as well as a colour.
      button
          .selectedProperty()
          .subscribe(taken -> button.setGraphic(taken ? Icons.of(Feather.CHECK) : null));
      button.setSelected(side == line.picked());
      button.setMinWidth(0);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setOnAction(_ -> {
        button.setSelected(true);
        pick.accept(line.id(), chosen);
      });
      add(button, side + 1, row);
    }
  }
}
