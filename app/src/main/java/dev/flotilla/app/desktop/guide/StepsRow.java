package dev.flotilla.app.desktop.guide;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.guide.Step.State;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Steps beside each other: a number or a tick, what it is, and for the current one what to press.
public final class StepsRow extends GridPane {
  /// Below this width there is room for two steps beside each other, and for their titles only.
  private static final double NARROW = 640;

  private static final int NARROW_COLUMNS = 2;

  private static final double WHOLE = 100;

  private final Texts texts;
  private final Function<Step, List<Node>> actions;
  private List<Step> steps = List.of();

  /// @param actions what can be pressed in the current step
  public StepsRow(Texts texts, Function<Step, List<Node>> actions) {
    setHgap(Space.LARGE);
    setVgap(Space.MEDIUM);
    this.texts = texts;
    this.actions = actions;
    getStyleClass().add("steps");
    widthProperty().map(_ -> isNarrow()).subscribe(_ -> rebuild());
  }

  /// Shows how far the steps are.
  public void show(List<Step> newest) {
    if (!newest.equals(steps)) {
      steps = List.copyOf(newest);
      rebuild();
    }
  }

  // Before the first layout nothing is known.
  private boolean isNarrow() {
    return getWidth() > 0 && getWidth() < NARROW;
  }

  private void rebuild() {
    boolean narrow = isNarrow();
    getChildren().clear();
    getColumnConstraints().clear();
    int columns = Math.max(1, narrow ? Math.min(NARROW_COLUMNS, steps.size()) : steps.size());
    for (int at = 0; at < columns; at++) {
      // Equal widths, whatever the texts.
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(WHOLE / columns);
      getColumnConstraints().add(column);
    }
    for (int at = 0; at < steps.size(); at++) {
      add(node(steps.get(at), at + 1, narrow), at % columns, at / columns);
    }
  }

  private Node node(Step step, int number, boolean narrow) {
    StackPane disc =
        new StackPane(
            step.state() == State.DONE
                ? Icons.of(Feather.CHECK)
                : Labels.of(texts.of("guide.number", (long) number), "step-number"));
    disc.getStyleClass().add("step-disc");
    Label title = Labels.wrapped(step.title(), "step-title");
    title.setMinWidth(0);
    HBox head = new HBox(Space.SMALL, disc, title);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(Space.TIGHT, head);
    if (!narrow) {
      box.getChildren().add(Labels.wrapped(step.text(), "small", "soft"));
    }
    if (step.state() == State.CURRENT) {
      HBox row = new HBox(Space.SMALL);
      row.getChildren().addAll(actions.apply(step));
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("step-actions");
      if (!row.getChildren().isEmpty()) {
        box.getChildren().add(row);
      }
    }
    box.setId("guide-step-" + step.id());
    box.setAccessibleRole(AccessibleRole.TEXT);
    box.setAccessibleText(spoken(step));
    box.getStyleClass().addAll("step", styleClass(step.state()));
    return box;
  }

  private String spoken(Step step) {
    return switch (step.state()) {
      case DONE -> texts.of("guide.spoken.done", step.title(), step.text());
      case CURRENT -> texts.of("guide.spoken.current", step.title(), step.text());
      case LATER -> texts.of("guide.spoken.later", step.title(), step.text());
    };
  }

  private static String styleClass(State state) {
    return switch (state) {
      case DONE -> "step-done";
      case CURRENT -> "step-current";
      case LATER -> "step-later";
    };
  }
}
