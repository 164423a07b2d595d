package dev.flotilla.app.desktop.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A column with one row an item. A row that is still needed is never taken out of the scene, so a
/// field in it keeps the keyboard while others add or remove its neighbours.
public final class KeptRows<T> extends VBox {
  private final Map<T, Node> rows = new HashMap<>();
  private final Function<T, Node> row;

  public KeptRows(double spacing, ObservableList<T> items, Function<T, Node> row) {
    super(spacing);
    this.row = row;
    items.addListener((ListChangeListener<T>) _ -> show(items));
    show(items);
  }

  private void show(List<T> items) {
    rows.keySet().retainAll(List.copyOf(items));
    getChildren().removeIf(node -> !rows.containsValue(node));
    for (int at = 0; at < items.size(); at++) {
      Node wanted = rows.computeIfAbsent(items.get(at), row);
      if (at >= getChildren().size() || !getChildren().get(at).equals(wanted)) {
        getChildren().remove(wanted);
        getChildren().add(at, wanted);
      }
    }
    setManaged(!items.isEmpty());
  }
}
