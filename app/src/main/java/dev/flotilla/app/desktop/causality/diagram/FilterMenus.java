package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.EventFilter;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.desktop.causality.model.DiagramModel;
import dev.flotilla.app.desktop.causality.model.EventSource;
import dev.flotilla.app.desktop.causality.model.FilterWords;
import dev.flotilla.app.desktop.causality.model.FilterWords.Choice;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.ReplicaId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/// What a diagram can be narrowed by, as menus.
///
/// Thread: FX.
final class FilterMenus {
  private static final int THINGS_MOST = 20;

  private final DiagramModel model;
  private final EventSource source;
  private final Desk desk;
  private final Texts texts;
  private final FilterWords words;

  FilterMenus(DiagramModel model, EventSource source, Desk desk) {
    this.model = model;
    this.source = source;
    this.desk = desk;
    this.texts = desk.texts();
    this.words = new FilterWords(model, source, texts, desk.moments());
  }

  FilterWords words() {
    return words;
  }

  /// The lanes, each to be shown or left out.
  List<MenuItem> lanes() {
    List<MenuItem> items = new ArrayList<>();
    for (Lane lane : source.historyProperty().get().lanes()) {
      CheckMenuItem item = new CheckMenuItem(words.name(lane));
      item.setId("diagram-lane-" + lane.replica());
      item.setMnemonicParsing(false);
      item.setSelected(!model.hiddenProperty().get().contains(lane.replica()));
      item.setOnAction(_ -> model.toggle(lane.replica()));
      items.add(item);
    }
    MenuItem all = new MenuItem(texts.of("diagram.lanes.all"));
    all.setId("diagram-lanes-all");
    all.setDisable(model.hiddenProperty().get().isEmpty());
    all.setOnAction(_ -> model.hiddenProperty().set(Set.of()));
    items.add(new SeparatorMenuItem());
    items.add(all);
    return items;
  }

  /// Everything else.
  List<MenuItem> filters() {
    CheckMenuItem conflicts = new CheckMenuItem(texts.of("diagram.filter.conflicts"));
    conflicts.setId("diagram-only-conflicts");
    conflicts.setSelected(filter().onlyConflicts());
    conflicts.setOnAction(_ -> set(now -> now.onlyConflicts(conflicts.isSelected())));
    MenuItem clear = new MenuItem(texts.of("diagram.filter.clear"));
    clear.setId("diagram-filter-clear");
    clear.setDisable(!model.isNarrowed());
    clear.setOnAction(_ -> model.clear());
    return List.of(
        things(), places(), authors(), times(), conflicts, new SeparatorMenuItem(), clear);
  }

  private Menu things() {
    Menu menu = menu("diagram-filter-about", "diagram.filter.about");
    List<Choice<dev.flotilla.model.EntityId>> all = words.entities();
    menu.getItems()
        .add(
            radio(
                texts.of("diagram.filter.all"),
                filter().about() == null,
                now -> now.about(null).place("")));
    for (Choice<dev.flotilla.model.EntityId> choice :
        all.subList(0, Math.min(THINGS_MOST, all.size()))) {
      menu.getItems()
          .add(
              radio(
                  counted(choice),
                  choice.value().equals(filter().about()),
                  now -> now.about(choice.value()).place("")));
    }
    return menu;
  }

  private Menu places() {
    Menu menu = menu("diagram-filter-place", "diagram.filter.place");
    menu.getItems()
        .add(
            radio(
                texts.of("diagram.filter.all"), filter().place().isEmpty(), now -> now.place("")));
    for (Choice<String> choice : words.places()) {
      if (!choice.value().isEmpty()) {
        menu.getItems()
            .add(
                radio(
                    counted(choice),
                    choice.value().equals(filter().place()),
                    now -> now.place(choice.value())));
      }
    }
    return menu;
  }

  private Menu authors() {
    Menu menu = menu("diagram-filter-author", "diagram.filter.author");
    for (Choice<Set<ReplicaId>> choice : words.machines()) {
      CheckMenuItem item = new CheckMenuItem(counted(choice));
      item.setMnemonicParsing(false);
      item.setSelected(filter().authors().contains(choice.text()));
      item.setOnAction(_ -> set(now -> now.authors(with(now.authors(), choice.text()))));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static Set<String> with(Set<String> authors, String name) {
    Set<String> next = new HashSet<>(authors);
    if (!next.remove(name)) {
      next.add(name);
    }
    return next;
  }

  private Menu times() {
    Menu menu = menu("diagram-filter-time", "diagram.filter.time");
    Instant now = desk.moments().clock().instant();
    menu.getItems().add(since("diagram.filter.always", null));
    menu.getItems().add(since("diagram.filter.hour", now.minus(Duration.ofHours(1))));
    menu.getItems().add(since("diagram.filter.day", now.minus(Duration.ofDays(1))));
    menu.getItems().add(since("diagram.filter.week", now.minus(Duration.ofDays(7))));
    return menu;
  }

  private MenuItem since(String key, @Nullable Instant from) {
    boolean isChosen = from == null && filter().from() == null && filter().until() == null;
    return radio(texts.of(key), isChosen, now -> now.from(from).until(null));
  }

  private Menu menu(String id, String key) {
    Menu menu = new Menu(texts.of(key));
    menu.setId(id);
    return menu;
  }

  private RadioMenuItem radio(String text, boolean isChosen, UnaryOperator<EventFilter> then) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setSelected(isChosen);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> set(then));
    return item;
  }

  private String counted(Choice<?> choice) {
    return texts.of("diagram.filter.counted", choice.text(), (long) choice.count());
  }

  private EventFilter filter() {
    return model.filterProperty().get();
  }

  private void set(UnaryOperator<EventFilter> then) {
    model.filterProperty().set(then.apply(filter()));
  }
}
