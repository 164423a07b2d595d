package dev.flotilla.app.desktop.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Small pieces of layout.
public final class Regions {
  private Regions() {}

  /// Takes the room that is left in a row.
  public static Region spring() {
    Region region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    return region;
  }

  /// Takes the room that is left in a column.
  public static Region rise() {
    Region region = new Region();
    VBox.setVgrow(region, Priority.ALWAYS);
    return region;
  }

  /// Shows `node` only while `shown` holds, and gives its room away otherwise.
  public static <N extends Node> N shownWhile(N node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }
}
