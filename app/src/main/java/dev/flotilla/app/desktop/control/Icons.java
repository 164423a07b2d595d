package dev.flotilla.app.desktop.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the Feather set; style sheets give them size and colour.
public final class Icons {
  private Icons() {}

  public static FontIcon of(Feather feather, String... styleClasses) {
    FontIcon icon = new FontIcon(feather);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}
