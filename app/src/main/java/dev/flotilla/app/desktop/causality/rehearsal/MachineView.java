package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.rehearsal.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A machine with its own copy of the sample: everything on it can be edited there.
final class MachineView extends VBox {
  private static final PseudoClass BEHIND = PseudoClass.getPseudoClass("behind");
  private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

  /// Below this width a key and what can be set do not fit beside each other.
  private static final double NARROW = 200;

  private final RehearsalViewModel model;
  private final Texts texts;
  private final int machine;
  private final List<FlagLineView> flags = new ArrayList<>();
  private final Label has = Labels.of("", "small");
  private final Label clock = Labels.of("", "small", "practice-clock");
  private final Button conflicts;
  private final HBox head;

  /// @param onConflicts shows the decisions that wait at a machine
  MachineView(RehearsalViewModel model, Texts texts, MachineCard card, IntConsumer onConflicts) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    this.machine = card.machine();
    setId("rehearsal-machine-" + machine);
    getStyleClass().add("practice-machine");
    setAccessibleRole(AccessibleRole.PARENT);
    Label name = Labels.of(card.name(), "strong");
    head = new HBox(Space.SMALL, new Avatar(card.name()), name, Regions.spring(), menu(card));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("practice-head");
    getChildren().add(head);
    for (FlagCard flag : card.flags()) {
      FlagLineView line = new FlagLineView(model, texts, machine, card.name(), flag.key());
      flags.add(line);
      getChildren().add(line);
    }
    conflicts = Buttons.quiet("rehearsal-conflicts-" + machine, "");
    conflicts.getStyleClass().add("practice-conflicts");
    conflicts.setGraphic(Icons.of(Feather.GIT_MERGE, "icon-danger"));
    conflicts.setOnAction(_ -> onConflicts.accept(machine));
    has.setMinWidth(0);
    HBox foot = new HBox(Space.SMALL, has, Regions.spring(), clock, conflicts);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("practice-foot");
    getChildren().add(foot);
    widthProperty()
        .map(width -> width.doubleValue() > 0 && width.doubleValue() < NARROW)
        .subscribe(isNarrow -> flags.forEach(flag -> flag.setNarrow(isNarrow)));
    show(card);
  }

  /// Shows the machine as it is now.
  void show(MachineCard card) {
    for (int at = 0; at < flags.size(); at++) {
      flags.get(at).show(card.flags().get(at));
    }
    pseudoClassStateChanged(BEHIND, card.missing() > 0);
    pseudoClassStateChanged(ALONE, card.isAlone());
    has.setText(texts.of(card.isAlone() ? "rehearsal.has.alone" : "rehearsal.has", card.missing()));
    has.setGraphic(Icons.of(card.missing() > 0 ? Feather.CLOUD_OFF : Feather.CHECK));
    clock.setText(texts.of("rehearsal.clock", card.ahead().toMinutes()));
    clock.setVisible(!card.ahead().isZero());
    clock.setManaged(clock.isVisible());
    conflicts.setText(texts.of("rehearsal.conflicts", card.conflicts()));
    conflicts.setAccessibleText(
        texts.of("rehearsal.conflicts.name", card.conflicts(), card.name()));
    conflicts.setVisible(card.conflicts() > 0);
    conflicts.setManaged(conflicts.isVisible());
  }

  /// By what it is dragged.
  HBox handle() {
    return head;
  }

  int machine() {
    return machine;
  }

  private MenuButton menu(MachineCard card) {
    MenuButton menu = new MenuButton();
    menu.setId("rehearsal-machine-menu-" + machine);
    menu.setGraphic(Icons.of(Feather.MORE_HORIZONTAL));
    menu.getStyleClass().add("practice-menu");
    Buttons.named(menu, texts.of("rehearsal.machine.menu", card.name()));
    menu.getItems()
        .addAll(
            item("rehearsal.move.left", () -> model.move(machine, -1)),
            item("rehearsal.move.right", () -> model.move(machine, 1)),
            item("rehearsal.clock.ahead", () -> clock(RehearsalViewModel.HOUR)),
            item("rehearsal.clock.right", () -> clock(Duration.ZERO)));
    return menu;
  }

  private MenuItem item(String words, Runnable run) {
    MenuItem item = new MenuItem(texts.of(words));
    item.setOnAction(_ -> run.run());
    return item;
  }

  private void clock(Duration ahead) {
    model.perform(new Act.SetClock(machine, ahead));
  }
}
