package dev.flotilla.app.desktop.palette;

import dev.flotilla.app.desktop.command.Keycaps;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.Spoken;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/// The command palette: a field, and what it finds below. The field keeps the keyboard: Up and Down
/// choose, Enter does it, Esc closes.
public final class PaletteView extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double WIDTH = 620;
  private static final double LINES_HEIGHT = 400;

  private final PaletteModel model;
  private final Texts texts;
  private final Runnable onClose;
  private final TextField field = new TextField();
  private final HBox head;
  private final VBox lines = new VBox();
  private final ScrollPane scroll = new ScrollPane(lines);
  private final List<Node> rows = new ArrayList<>();
  private List<Found> found = List.of();
  private int chosen;

  /// @param onClose takes the palette away; called before what was chosen is done
  public PaletteView(PaletteModel model, Texts texts, Runnable onClose) {
    this.model = model;
    this.texts = texts;
    this.onClose = onClose;
    setId("palette");
    getStyleClass().add("palette");
    setMaxSize(WIDTH, USE_PREF_SIZE);
    setPrefWidth(WIDTH);
    field.setId("palette-field");
    field.setPromptText(texts.of("palette.prompt"));
    field.setAccessibleText(texts.of("palette.name"));
    field.getStyleClass().add("palette-field");
    field.textProperty().subscribe(this::show);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    StackPane icon = new StackPane(Icons.of(Feather.SEARCH));
    head = new HBox(Space.SMALL, icon, field);
    HBox.setHgrow(field, Priority.ALWAYS);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("palette-head");
    lines.getStyleClass().add("palette-lines");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("palette-scroll");
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  /// As high as what was found, but no higher than a window bears.
  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    return insets.getTop()
        + head.prefHeight(width)
        + Math.min(lines.prefHeight(width), LINES_HEIGHT)
        + insets.getBottom();
  }

  /// What should get the keyboard.
  public Node first() {
    return field;
  }

  private void show(String typed) {
    found = model.find(typed);
    chosen = 0;
    rows.clear();
    lines.getChildren().clear();
    for (int at = 0; at < found.size(); at++) {
      if (at == 0 || found.get(at - 1).kind() != found.get(at).kind()) {
        lines.getChildren().add(Labels.of(heading(found.get(at).kind()), "overline"));
      }
      Node row = row(found.get(at));
      rows.add(row);
      lines.getChildren().add(row);
    }
    if (found.isEmpty()) {
      lines.getChildren().add(Labels.wrapped(texts.of("palette.nothing"), "palette-nothing"));
    }
    mark();
    scroll.setVvalue(0);
  }

  private String heading(Found.Kind kind) {
    return switch (kind) {
      case RECENT -> texts.of("palette.recent");
      case FLAG -> texts.of("palette.flags");
      case ACTION -> texts.of("palette.actions");
      case VIEW -> texts.of("palette.views");
      case TAG -> texts.of("palette.tags");
      case TAG_SET -> texts.of("palette.tagSets");
    };
  }

  private Node row(Found one) {
    Node note =
        one.command()
            .<Node>map(command -> Keycaps.of(command, texts))
            .orElseGet(() -> Labels.of(one.note(), "small", "faint"));
    HBox row = new HBox(Space.MEDIUM, Icons.of(one.icon()), name(one), Regions.spring(), note);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("palette-line");
    row.setId("palette-" + one.id().replace(' ', '-'));
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(Spoken.join(one.name(), Spoken.of(note)));
    row.setOnMouseClicked(_ -> take(one));
    return row;
  }

  /// The letters that were typed stand out.
  private static Node name(Found one) {
    TextFlow flow = new TextFlow();
    String name = one.name();
    BitSet letters = one.letters();
    int at = 0;
    while (at < name.length()) {
      boolean hit = letters.get(at);
      int next = hit ? letters.nextClearBit(at) : letters.nextSetBit(at);
      int end = next < 0 ? name.length() : Math.min(next, name.length());
      Text part = new Text(name.substring(at, end));
      part.getStyleClass().add(hit ? "palette-hit" : "palette-text");
      flow.getChildren().add(part);
      at = end;
    }
    flow.setMinWidth(USE_PREF_SIZE);
    flow.setMaxHeight(USE_PREF_SIZE);
    return flow;
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(8);
      case PAGE_UP -> move(-8);
      case ENTER -> {
        if (!found.isEmpty()) {
          take(found.get(chosen));
        }
      }
      case ESCAPE -> onClose.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    if (!found.isEmpty()) {
      boolean single = Math.abs(by) == 1;
      chosen =
          single
              ? Math.floorMod(chosen + by, found.size())
              : Math.clamp((long) chosen + by, 0, found.size() - 1);
      mark();
      reveal(rows.get(chosen));
    }
  }

  /// The keyboard stays in the field, so the field says which line Enter takes.
  private void mark() {
    for (int at = 0; at < rows.size(); at++) {
      rows.get(at).pseudoClassStateChanged(CHOSEN, at == chosen);
    }
    field.setAccessibleHelp(
        rows.isEmpty()
            ? texts.of("palette.nothing")
            : texts.of(
                "palette.said.chosen",
                rows.get(chosen).getAccessibleText(),
                chosen + 1,
                rows.size()));
  }

  /// Scrolls no more than it takes to show the line.
  private void reveal(Node row) {
    double all = lines.getHeight() - scroll.getViewportBounds().getHeight();
    if (all <= 0) {
      return;
    }
    double top = row.getBoundsInParent().getMinY() - Space.WIDE;
    double bottom = row.getBoundsInParent().getMaxY() - scroll.getViewportBounds().getHeight();
    double now = scroll.getVvalue() * all;
    scroll.setVvalue(Math.clamp(Math.max(Math.min(now, top), bottom + Space.SMALL), 0, all) / all);
  }

  private void take(Found one) {
    onClose.run();
    model.run(one);
  }
}
