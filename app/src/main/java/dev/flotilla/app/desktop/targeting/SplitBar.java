package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.openfeature.targeting.Outcome.Seed;
import dev.flotilla.openfeature.targeting.Outcome.Share;
import dev.flotilla.openfeature.targeting.Outcome.Split;
import dev.flotilla.openfeature.targeting.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The shares of a split, to scale. Borders can be dragged, or moved by the arrow keys (with Shift
/// by ten percent).
final class SplitBar extends Pane {
  private static final double HEIGHT = 28;
  private static final double THIN = 6;
  private static final double HANDLE = 12;
  private static final double LABEL_MIN = 40;
  private static final int STEP = 100;
  private static final int LEAP = 1_000;
  private static final List<Hue> HUES =
      List.of(Hue.BLUE, Hue.GRAY, Hue.PURPLE, Hue.TEAL, Hue.ORANGE, Hue.PINK, Hue.GREEN);

  private final RuleWords words;
  private final BiConsumer<Integer, Integer> onMove;
  private final boolean thin;
  private final List<StackPane> parts = new ArrayList<>();
  private final List<Region> borders = new ArrayList<>();
  private List<Integer> percents = List.of();

  /// A bar whose borders can be moved: `onMove` gets a border and where it is to stand.
  SplitBar(String id, RuleWords words, BiConsumer<Integer, Integer> onMove) {
    this(id, words, onMove, false);
  }

  private SplitBar(String id, RuleWords words, BiConsumer<Integer, Integer> onMove, boolean thin) {
    this.words = words;
    this.onMove = onMove;
    this.thin = thin;
    setId(id);
    getStyleClass().addAll("split-bar", thin ? "split-bar-thin" : "split-bar-wide");
    setMinHeight(thin ? THIN : HEIGHT);
    setPrefHeight(thin ? THIN : HEIGHT);
    setMaxHeight(thin ? THIN : HEIGHT);
    setMinWidth(0);
  }

  /// A thin bar that only shows.
  static SplitBar thin(String id, RuleWords words, List<Share> shares) {
    SplitBar bar = new SplitBar(id, words, (_, _) -> {}, true);
    bar.show(shares, Percent.of(shares));
    return bar;
  }

  /// The colour of a share, the same in the bar and beside it.
  static Hue hue(int share) {
    return HUES.get(share % HUES.size());
  }

  void show(List<Share> shares, List<Integer> newPercents) {
    percents = List.copyOf(newPercents);
    if (parts.size() != shares.size()) {
      rebuild(shares.size());
    }
    for (int at = 0; at < shares.size(); at++) {
      String percent = words.percent(percents.get(at));
      String name = words.variant(shares.get(at).variant());
      ((Label) parts.get(at).getChildren().getFirst()).setText(thin ? "" : name + " " + percent);
      if (at < borders.size()) {
        borders.get(at).setAccessibleText(name + ": " + percent);
      }
    }
    setAccessibleText(words.outcome(new Split(Seed.SUBJECT, shares)));
    requestLayout();
  }

  private void rebuild(int count) {
    parts.clear();
    borders.clear();
    for (int at = 0; at < count; at++) {
      Label label = new Label();
      label.getStyleClass().add("split-label");
      label.setMinWidth(0);
      StackPane part = new StackPane(label);
      part.getStyleClass().addAll("split-part", hue(at).styleClass());
      parts.add(part);
    }
    for (int at = 0; !thin && at + 1 < count; at++) {
      borders.add(border(at));
    }
    getChildren().setAll(parts);
    getChildren().addAll(borders);
  }

  private Region border(int at) {
    Region border = new Region();
    border.setId(getId() + "-border-" + (at + 1));
    border.getStyleClass().add("split-border");
    border.setCursor(Cursor.H_RESIZE);
    border.setFocusTraversable(true);
    border.setAccessibleRole(AccessibleRole.SLIDER);
    border.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          border.requestFocus();
          event.consume();
        });
    border.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(at, event));
    border.addEventHandler(KeyEvent.KEY_PRESSED, event -> press(at, event));
    return border;
  }

  private void drag(int at, MouseEvent event) {
    double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    int wanted = (int) Math.round(x / Math.max(1, getWidth()) * 100) * STEP;
    onMove.accept(at, wanted);
    event.consume();
  }

  private void press(int at, KeyEvent event) {
    int step = event.isShiftDown() ? LEAP : STEP;
    int stands = percents.subList(0, at + 1).stream().mapToInt(Integer::intValue).sum();
    switch (event.getCode()) {
      case LEFT -> onMove.accept(at, stands - step);
      case RIGHT -> onMove.accept(at, stands + step);
      case HOME -> onMove.accept(at, 0);
      case END -> onMove.accept(at, Percent.WHOLE);
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    int before = 0;
    for (int at = 0; at < parts.size(); at++) {
      double from = Math.round(width * before / Percent.WHOLE);
      before += percents.get(at);
      double to = Math.round(width * before / Percent.WHOLE);
      StackPane part = parts.get(at);
      part.resizeRelocate(from, 0, to - from, getHeight());
      part.getChildren().getFirst().setVisible(!thin && to - from >= LABEL_MIN);
      if (at < borders.size()) {
        borders.get(at).resizeRelocate(to - HANDLE / 2, 0, HANDLE, getHeight());
      }
    }
  }
}
