package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;

/// The columns as the table knows them, each made once.
final class TableColumns {
  private final FlagTableViewModel model;
  private final Texts texts;
  private final BooleanSupplier narrow;
  private final ColumnsMenu menu;
  private final FlagWords words;
  private final Map<String, TableColumn<FlagRow, FlagView>> made = new HashMap<>();

  TableColumns(FlagTableViewModel model, Texts texts, BooleanSupplier narrow, ColumnsMenu menu) {
    this.menu = menu;
    this.model = model;
    this.texts = texts;
    this.words = new FlagWords(texts, model.moments());
    this.narrow = narrow;
  }

  TableColumn<FlagRow, FlagView> of(Column column) {
    return made.computeIfAbsent(column.name(), _ -> make(column));
  }

  FlagWords words() {
    return words;
  }

  Column columnOf(TableColumnBase<?, ?> column) {
    return (Column) column.getUserData();
  }

  private TableColumn<FlagRow, FlagView> make(Column column) {
    TableColumn<FlagRow, FlagView> made = new TableColumn<>(column.title(texts));
    made.setId("column-" + column.name().replace('/', '-'));
    made.setUserData(column);
    made.setContextMenu(menu.ofHead(column));
    made.setCellValueFactory(features -> model.view(features.getValue()));
    Supplier<FlagCells.Cell> cell = cell(column);
    made.setCellFactory(_ -> cell.get());
    return made;
  }

  private Supplier<FlagCells.Cell> cell(Column column) {
    if (column.environment().isPresent()) {
      String environment = column.environment().get();
      return () -> new StateCells.OfOne(environment, model, texts, words);
    }
    return switch (column.name()) {
      case "type" -> () -> FlagCells.type(texts);
      case "kind" -> () -> FlagCells.kind(texts);
      case "owner" -> FlagCells::owner;
      case "folder" -> FlagCells::folder;
      case "states" -> () -> new StateCells.OfAll(model, texts);
      case "tags" -> TagsCell::new;
      case "changed" -> () -> new FlagCells.Changed(model.moments(), words);
      default -> () -> new KeyCell(model, words, narrow, texts);
    };
  }
}
