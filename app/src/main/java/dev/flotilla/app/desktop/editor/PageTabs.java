package dev.flotilla.app.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The parts of a flag's page. A part is made when it is shown first, and kept.
final class PageTabs extends HBox {
  private final Consumer<Node> show;
  private final ToggleGroup group = new ToggleGroup();
  private final List<ToggleButton> tabs = new ArrayList<>();

  /// `show` gets the part that is to be seen.
  PageTabs(Consumer<Node> show) {
    this.show = show;
    getStyleClass().add("page-tabs");
  }

  /// Adds a part; the first one is shown.
  PageTabs add(String id, String name, Supplier<Node> part) {
    ToggleButton tab = new ToggleButton(name);
    tab.setId(id);
    tab.setAccessibleText(name);
    tab.getStyleClass().setAll("panel-tab");
    tab.setToggleGroup(group);
    Node[] made = new Node[1];
    Runnable choose =
        () -> {
          tab.setSelected(true);
          if (made[0] == null) {
            made[0] = part.get();
          }
          show.accept(made[0]);
        };
    tab.setOnAction(_ -> choose.run());
    tabs.add(tab);
    getChildren().add(tab);
    if (tabs.size() == 1) {
      choose.run();
    }
    return this;
  }

  /// Shows the part of the tab with this id.
  void choose(String id) {
    tabs.stream().filter(tab -> tab.getId().equals(id)).forEach(ToggleButton::fire);
  }
}
