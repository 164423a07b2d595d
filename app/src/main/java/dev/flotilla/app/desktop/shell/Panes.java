package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.Splitter;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The panes of a window beside each other, how wide they are, and the way of the keyboard from one
/// to the next. The middle takes what the sides leave.
final class Panes extends BorderPane {
  private static final double SIDEBAR = 240;
  private static final double SIDEBAR_LEAST = 184;
  private static final double SIDEBAR_MOST = 420;
  private static final double PANEL = 424;
  private static final double PANEL_LEAST = 380;
  private static final double PANEL_MOST = 760;

  private static final double MIDDLE_LEAST = 380;

  private final DoubleProperty sidebarWidth = new SimpleDoubleProperty(SIDEBAR);
  private final DoubleProperty panelWidth = new SimpleDoubleProperty(PANEL);
  private final BooleanProperty sidebarShown = new SimpleBooleanProperty(true);
  private final Splitter sidebarEdge;
  private final Splitter panelEdge;
  private final List<Pane> ways;

  /// A place where the keyboard can be.
  ///
  /// @param node nothing in it has the keyboard while it is hidden
  /// @param focus gives it the keyboard
  record Pane(Region node, Runnable focus) {}

  Panes(Pane sidebar, Pane middle, Pane panel, Texts texts) {
    this.ways = List.of(sidebar, middle, panel);
    sidebarEdge =
        new Splitter(
            "sidebar-edge",
            texts.of("pane.sidebar.edge"),
            Side.LEFT,
            sidebarWidth,
            SIDEBAR_LEAST,
            SIDEBAR_MOST);
    panelEdge =
        new Splitter(
            "panel-edge",
            texts.of("pane.panel.edge"),
            Side.RIGHT,
            panelWidth,
            PANEL_LEAST,
            PANEL_MOST);
    setCenter(middle.node());
    setLeft(side(sidebar.node(), sidebarEdge, sidebarWidth, Pos.CENTER_RIGHT));
    setRight(side(panel.node(), panelEdge, panelWidth, Pos.CENTER_LEFT));
    // With little room, as where everything is shown larger, the middle and the panel come first.
    BooleanBinding fits =
        Bindings.createBooleanBinding(
            () ->
                getWidth() == 0
                    || !panel.node().isVisible()
                    || getWidth() - sidebarWidth.get() - panelWidth.get() >= MIDDLE_LEAST,
            widthProperty(),
            panel.node().visibleProperty(),
            sidebarWidth,
            panelWidth);
    Regions.shownWhile(getLeft(), sidebarShown.and(fits));
    setMinWidth(0);
    getRight().visibleProperty().bind(panel.node().visibleProperty());
    getRight().managedProperty().bind(panel.node().visibleProperty());
  }

  BooleanProperty sidebarShownProperty() {
    return sidebarShown;
  }

  /// Takes the widths from the settings.
  void restore(DesktopSettings settings) {
    sidebarEdge.resize(settings.number("sidebar-width", SIDEBAR));
    panelEdge.resize(settings.number("panel-width", PANEL));
    sidebarShown.set(!"hidden".equals(settings.get("sidebar-shown", "")));
  }

  void remember(DesktopSettings settings) {
    settings.setAll(
        Map.of(
            "sidebar-width", String.valueOf(sidebarWidth.get()),
            "panel-width", String.valueOf(panelWidth.get()),
            "sidebar-shown", sidebarShown.get() ? "shown" : "hidden"));
  }

  /// Gives the keyboard to the next pane that is there, or to the one before.
  void go(int step) {
    int at = Math.max(0, holder());
    for (int tried = 1; tried <= ways.size(); tried++) {
      Pane next = ways.get(Math.floorMod(at + step * tried, ways.size()));
      if (isShown(next.node())) {
        next.focus().run();
        return;
      }
    }
  }

  private int holder() {
    for (Node at = getScene().getFocusOwner(); at != null; at = at.getParent()) {
      for (int way = 0; way < ways.size(); way++) {
        if (at.equals(ways.get(way).node())) {
          return way;
        }
      }
    }
    // From nowhere, the middle is next.
    return 0;
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static Node side(Region pane, Splitter edge, DoubleProperty width, Pos at) {
    StackPane side = new StackPane(pane, edge);
    StackPane.setAlignment(edge, at);
    side.minWidthProperty().bind(width);
    side.prefWidthProperty().bind(width);
    side.maxWidthProperty().bind(width);
    return side;
  }
}
