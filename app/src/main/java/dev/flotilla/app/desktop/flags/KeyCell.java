package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Spoken;
import dev.flotilla.app.desktop.fx.Weakly;
import dev.flotilla.app.desktop.live.PeopleMark;
import dev.flotilla.app.desktop.live.UnsavedMark;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagType;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Key and description of a flag, with the marks for conflict, stale and archived. The tile with
/// the sign of the type becomes a box to tick under the mouse, and while rows are picked.
final class KeyCell extends FlagCells.Cell {
  private static final PseudoClass CONFLICTED = PseudoClass.getPseudoClass("conflicted");
  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
  private static final PseudoClass ARCHIVED = PseudoClass.getPseudoClass("archived");

  private final Texts texts;
  private final BooleanSupplier narrow;
  private final StackPane tile = new StackPane();
  private final FontIcon sign = Icons.of(Feather.TOGGLE_LEFT, "type-sign");
  private final Tooltip typeName = new Tooltip();
  private final Label key = Labels.of("", "mono-strong");
  private final Label description = Labels.of("", "small", "soft");
  private final Label conflict;
  private final Label stale;
  private final Tooltip staleWhy = new Tooltip();
  private final Label archived;
  private final Live live;
  private final PeopleMark people;
  private final UnsavedMark unsaved;
  private final FlagWords words;
  private final HBox row;

  /// A click on the tile picks the row.
  KeyCell(FlagTableViewModel model, FlagWords words, BooleanSupplier narrow, Texts texts) {
    this.texts = texts;
    this.words = words;
    this.narrow = narrow;
    this.live = model.model().live();
    this.people = new PeopleMark(model.model(), texts);
    this.unsaved = UnsavedMark.dot(model.model(), texts);
    conflict = mark("flags.conflict", "conflict-mark");
    conflict.setTooltip(new Tooltip(texts.of("flags.conflict.tooltip")));
    stale = mark("flags.stale", "stale-mark");
    stale.setTooltip(staleWhy);
    archived = mark("flags.archived", "type-badge");
    tile.getStyleClass().add("type-icon");
    StackPane box = new StackPane(Icons.of(Feather.CHECK, "tick-sign"));
    box.getStyleClass().add("tick-box");
    tile.getChildren().addAll(sign, box);
    Tooltip.install(tile, typeName);
    tile.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          FlagRow at = row();
          if (at != null && event.isPrimaryButtonDown()) {
            model.pickedRows().toggle(at);
            event.consume();
          }
        });
    HBox first = new HBox(Space.SMALL, key, unsaved, conflict, stale, archived);
    first.setAlignment(Pos.CENTER_LEFT);
    VBox lines = new VBox(1, first, description);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    row = new HBox(Space.MEDIUM, tile, lines, people);
    row.setAlignment(Pos.CENTER_LEFT);
    Weakly.follow(this, live.versionProperty(), KeyCell::tellArrival);
  }

  @Override
  Node content(FlagView view) {
    Flag flag = view.flag();
    key.setText(flag.key());
    people.show(flag.id());
    unsaved.show(flag.id());
    tellArrival();
    boolean disputed = flag.conflicted();
    Feather wanted = disputed ? Feather.GIT_MERGE : sign(flag.type());
    if (sign.getIconCode() != wanted) {
      sign.setIconCode(wanted);
    }
    tile.pseudoClassStateChanged(CONFLICTED, disputed);
    typeName.setText(
        disputed ? texts.of("flags.conflict.tooltip") : Values.name(flag.type(), texts));
    show(conflict, disputed && !narrow.getAsBoolean());
    Optional<Stale> old = view.stale();
    show(stale, old.isPresent() && !(disputed && narrow.getAsBoolean()));
    old.ifPresent(why -> staleWhy.setText(sentence(why)));
    show(archived, flag.archived());
    key.pseudoClassStateChanged(ARCHIVED, flag.archived());
    return row;
  }

  @Override
  String spoken(FlagView view) {
    return Spoken.join(
        words.key(view), Spoken.of(unsaved), description.getText(), Spoken.of(people));
  }

  /// What a flag is about; for a moment who has changed it.
  private void tellArrival() {
    FlagView view = getItem();
    if (view == null) {
      return;
    }
    Optional<String> by = live.arrival(view.flag().id());
    String about =
        by.map(who -> texts.of("live.arrived", who))
            .orElseGet(() -> view.flag().description().replace('\n', ' '));
    description.setText(about);
    description.pseudoClassStateChanged(FRESH, by.isPresent());
    show(description, !about.isBlank());
  }

  private String sentence(Stale why) {
    return texts.of(
        "flags.stale.tooltip", Values.name(why.kind(), texts), why.lifetimeDays(), why.ageDays());
  }

  private Label mark(String text, String styleClass) {
    Label mark = Labels.of(texts.of(text), styleClass);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    return mark;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static Feather sign(FlagType type) {
    return switch (type) {
      case BOOLEAN -> Feather.TOGGLE_LEFT;
      case STRING -> Feather.TYPE;
      case NUMBER -> Feather.HASH;
      case OBJECT -> Feather.CODE;
    };
  }
}
