package dev.flotilla.app.desktop.control;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;

/// The sign of the program: a pennant on a coloured tile.
public final class Logo extends StackPane {
  public static final String LARGE = "logo-large";
  public static final String SMALL = "logo-small";

  public Logo(String size) {
    getStyleClass().addAll("logo", size);
    setAlignment(Pos.CENTER);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    StackPane pennant = new StackPane();
    pennant.getStyleClass().add("pennant");
    getChildren().add(pennant);
  }
}
