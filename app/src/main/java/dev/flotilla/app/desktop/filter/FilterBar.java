package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The line in which flags are looked for: the field, a menu that writes terms into it, and what
/// could not be understood below.
public final class FilterBar extends VBox {
  private static final double WIDEST = 560;

  private final FilterField field;

  /// @param onSave asks for a name and keeps the query
  /// @param behind what stands at the end of the line
  public FilterBar(FilterModel model, Texts texts, Runnable onSave, Node... behind) {
    super(Space.TIGHT);
    field = new FilterField(model, texts);
    field.setMaxWidth(WIDEST);
    HBox.setHgrow(field, Priority.ALWAYS);
    Button save = Buttons.icon("view-save", Feather.BOOKMARK, texts.of("views.save"));
    save.setOnAction(_ -> onSave.run());
    Regions.shownWhile(save, Bindings.isNotEmpty(model.queryProperty()));
    HBox row = new HBox(Space.SMALL, field, new FilterMenu(model, texts), save, Regions.spring());
    row.getChildren().addAll(behind);
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(row, problem(model));
    // The suggestions hang over what is below.
    setViewOrder(-1);
  }

  /// Gives the field the keyboard, with all of its text selected.
  public void focusField() {
    field.focusText();
  }

  private static Node problem(FilterModel model) {
    Label sentence = Labels.of("", "small", "filter-problem");
    sentence.setId("filter-problem");
    sentence.textProperty().bind(model.problemProperty());
    sentence.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
    return Regions.shownWhile(sentence, Bindings.isNotEmpty(model.problemProperty()));
  }
}
