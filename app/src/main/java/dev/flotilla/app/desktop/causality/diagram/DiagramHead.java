package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.layout.Wanted.Spacing;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.causality.model.Chip;
import dev.flotilla.app.desktop.causality.model.DiagramModel;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// Above the diagram: what it is narrowed by, how it is spaced, how large it is, and how it leaves.
///
/// Thread: FX.
final class DiagramHead extends VBox implements AutoCloseable {
  private static final double SEARCH_WIDTH = 200;
  private static final double ZOOM = 1.3;

  private final DiagramModel model;
  private final Texts texts;
  private final FilterMenus menus;
  private final SpaceTimeView view;
  private final TextField search = new TextField();
  private final FlowPane chips = new FlowPane(Space.SMALL, Space.TIGHT);
  private final Subscription subscriptions;

  /// These have room for their words as long as all the others have theirs.
  private final List<MenuButton> menuButtons;

  private final HBox row;
  private double roomy;
  private boolean isNarrow;

  DiagramHead(
      DiagramModel model,
      FilterMenus menus,
      DiagramExport export,
      SpaceTimeView view,
      Texts texts) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    this.menus = menus;
    this.view = view;
    getStyleClass().add("diagram-head");
    chips.setId("diagram-chips");
    this.menuButtons =
        List.of(
            menu("diagram-filter", "diagram.filter", Feather.FILTER, menus::filters),
            menu("diagram-lanes", "diagram.lanes", Feather.COLUMNS, menus::lanes),
            menu("diagram-export", "diagram.export", Feather.UPLOAD, export::items));
    this.row = row();
    setMinWidth(0);
    getChildren().add(row);
    subscriptions =
        Subscription.combine(
            model
                .filterProperty()
                .subscribe(now -> {
                  if (!search.getText().strip().equals(now.text())) {
                    search.setText(now.text());
                  }
                }),
            model.filterProperty().subscribe(_ -> chips()),
            model.hiddenProperty().subscribe(_ -> chips()));
  }

  TextField search() {
    return search;
  }

  private HBox row() {
    search.setId("diagram-search");
    search.setPromptText(texts.of("diagram.search"));
    search.setAccessibleText(texts.of("diagram.search"));
    search.setPrefWidth(SEARCH_WIDTH);
    search.setMinWidth(96);
    search
        .textProperty()
        .subscribe((_, now) -> model.filterProperty().set(model.filterProperty().get().text(now)));
    ToggleButton clock =
        toggle("diagram-clock", "diagram.clock", "diagram.clock.name", Feather.CLOCK);
    clock.setSelected(model.spacingProperty().get() == Spacing.CLOCK);
    model.spacingProperty().subscribe(now -> clock.setSelected(now == Spacing.CLOCK));
    clock.setOnAction(
        _ -> model.spacingProperty().set(clock.isSelected() ? Spacing.CLOCK : Spacing.CAUSAL));
    ToggleButton open = toggle("diagram-open", "diagram.open", "diagram.open.name", Feather.LIST);
    open.selectedProperty().bindBidirectional(model.openProperty());
    HBox row =
        new HBox(
            Space.SMALL,
            search,
            menuButtons.get(0),
            menuButtons.get(1),
            Regions.spring(),
            open,
            clock,
            icon(
                "diagram-zoom-out",
                Feather.ZOOM_OUT,
                "diagram.zoom.out",
                () -> view.zoom(1 / ZOOM)),
            icon("diagram-zoom-in", Feather.ZOOM_IN, "diagram.zoom.in", () -> view.zoom(ZOOM)),
            icon("diagram-zoom-all", Feather.MAXIMIZE_2, "diagram.zoom.all", view::showAll),
            icon("diagram-newest", Feather.ARROW_DOWN, "diagram.newest", view::showNewest),
            menuButtons.get(2));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  @Override
  protected void layoutChildren() {
    if (!isNarrow) {
      roomy = snappedLeftInset() + row.minWidth(-1) + snappedRightInset();
    }
    if (isNarrow != getWidth() < roomy) {
      isNarrow = !isNarrow;
      menuButtons.forEach(button ->
          button.setContentDisplay(isNarrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }
    super.layoutChildren();
  }

  private ToggleButton toggle(String id, String key, String name, Feather icon) {
    ToggleButton button = new ToggleButton(texts.of(key));
    button
        .selectedProperty()
        .subscribe(isOn -> button.setGraphic(Icons.of(isOn ? Feather.CHECK : icon)));
    button.setId(id);
    Buttons.named(button, texts.of(name));
    button.getStyleClass().addAll("push", "toggle");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Button icon(String id, Feather icon, String key, Runnable action) {
    Button button = Buttons.icon(id, icon, texts.of(key));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private MenuButton menu(String id, String key, Feather icon, Supplier<List<MenuItem>> items) {
    MenuButton menu = new MenuButton(texts.of(key), Icons.of(icon));
    menu.setId(id);
    menu.setAccessibleText(texts.of(key));
    menu.setTooltip(new Tooltip(texts.of(key)));
    menu.getStyleClass().add("push");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setOnShowing(_ -> menu.getItems().setAll(items.get()));
    // Without an item the menu would not open and could not fill itself.
    menu.getItems().add(new MenuItem(""));
    return menu;
  }

  private void chips() {
    chips.getChildren().clear();
    for (Chip chip : menus.words().chips()) {
      Button button = Buttons.plain("diagram-chip-" + chip.id(), chip.text());
      button.setAccessibleText(texts.of("diagram.chip.remove", chip.text()));
      button.setGraphic(Icons.of(Feather.X));
      button.getStyleClass().setAll("button", "diagram-chip");
      button.setOnAction(_ -> chip.remove().run());
      chips.getChildren().add(button);
    }
    boolean any = !chips.getChildren().isEmpty();
    if (any) {
      chips.getChildren().addFirst(Labels.of(texts.of("diagram.chip.only"), "soft"));
    }
    if (any && !getChildren().contains(chips)) {
      getChildren().add(chips);
    } else if (!any) {
      getChildren().remove(chips);
    }
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
