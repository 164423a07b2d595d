package dev.flotilla.app.desktop.control;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;

/// A tab for one of several views. Choosing the one that is shown leaves it shown.
///
/// Thread: FX.
public final class ViewTab {
  private ViewTab() {}

  /// @param view what the tab shows
  /// @param shown which of the views is shown
  public static <V> ToggleButton of(String id, String name, V view, ObjectProperty<V> shown) {
    ToggleButton tab = new ToggleButton(name);
    tab.setId(id);
    tab.setAccessibleText(name);
    tab.getStyleClass().setAll("panel-tab");
    shown.subscribe(now -> tab.setSelected(view.equals(now)));
    tab.setOnAction(_ -> {
      tab.setSelected(true);
      shown.set(view);
    });
    return tab;
  }
}
