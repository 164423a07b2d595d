package dev.flotilla.app.desktop.control;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// Buttons as the windows use them. Each has an id for tests and a name for people.
public final class Buttons {
  private Buttons() {}

  /// The one button of a view that people come for.
  public static Button primary(String id, String text) {
    Button button = plain(id, text);
    button.getStyleClass().add("primary");
    return button;
  }

  public static Button plain(String id, String text) {
    Button button = new Button(text);
    button.setId(id);
    // Names of machines and keys of flags have underscores of their own.
    button.setMnemonicParsing(false);
    button.setAccessibleText(text);
    button.getStyleClass().add("push");
    button.setMinWidth(ButtonBase.USE_PREF_SIZE);
    return button;
  }

  public static Button plain(String id, String text, Feather icon) {
    Button button = plain(id, text);
    button.setGraphic(Icons.of(icon));
    return button;
  }

  /// A button without a frame, for actions beside a text.
  public static Button quiet(String id, String text) {
    Button button = plain(id, text);
    button.getStyleClass().setAll("button", "quiet");
    return button;
  }

  /// A button that is only an icon: its name is read aloud and shown as a tooltip.
  public static Button icon(String id, Feather icon, String name) {
    Button button = new Button();
    button.setId(id);
    button.setGraphic(Icons.of(icon));
    button.getStyleClass().setAll("button", "icon-button");
    named(button, name);
    return button;
  }

  /// Gives a control without a text its name.
  public static void named(ButtonBase button, String name) {
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
  }
}
