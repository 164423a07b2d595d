package dev.flotilla.app.desktop.control;

import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/// An on/off switch. It shows a state and asks for another one, but does not change by itself: the
/// state comes back with the next snapshot of the workspace, so that what it shows is true.
public final class Switch extends ToggleButton {
  private Consumer<Boolean> ask = _ -> {};

  public Switch(String id, String name) {
    setId(id);
    setAccessibleText(name);
    getStyleClass().setAll("switch");
    Region thumb = new Region();
    thumb.getStyleClass().add("thumb");
    setGraphic(thumb);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  /// Who is asked when the user flips it.
  public void onAsk(Consumer<Boolean> asked) {
    this.ask = asked;
  }

  @Override
  public void fire() {
    if (!isDisabled()) {
      ask.accept(!isSelected());
    }
  }
}
