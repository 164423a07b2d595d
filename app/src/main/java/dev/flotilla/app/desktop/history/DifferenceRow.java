package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.history.Difference.Kind;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One difference: what, before and after. Short values stand beside each other, long ones one
/// below the other; a minus and a plus say which is which.
public final class DifferenceRow extends HBox {
  /// Longest values that stand beside each other, in characters.
  private static final int BESIDE = 34;

  private static final double NAME_WIDTH = 168;
  private static final double VALUES_WIDTH = 240;

  /// Where the row is narrow.
  private static final double NAME_LEAST = 80;

  /// Puts the value before back.
  interface PutBack {
    void accept(Difference difference);
  }

  /// For reading only: the values stand below what they are.
  public static DifferenceRow shown(Difference difference, Texts texts) {
    return new DifferenceRow(difference.forReading(), texts, _ -> {}, true);
  }

  DifferenceRow(Difference difference, Texts texts, PutBack putBack) {
    this(difference, texts, putBack, false);
  }

  /// For narrow places: the values stand below what they are.
  static DifferenceRow narrow(Difference difference, Texts texts, PutBack putBack) {
    return new DifferenceRow(difference, texts, putBack, true);
  }

  private DifferenceRow(Difference difference, Texts texts, PutBack putBack, boolean isNarrow) {
    super(Space.SMALL);
    getStyleClass().add("difference");
    setAlignment(Pos.TOP_LEFT);
    getChildren().add(sign(difference.kind()));
    if (difference.before().isEmpty() && difference.after().isEmpty()) {
      Label sentence = Labels.wrapped(difference.what());
      HBox.setHgrow(sentence, Priority.ALWAYS);
      getChildren().add(sentence);
      return;
    }
    Label what = Labels.wrapped(difference.what(), "soft");
    Pane values = values(difference, texts);
    if (isNarrow) {
      VBox both = new VBox(Space.TIGHT, what, values);
      both.setMinWidth(0);
      HBox.setHgrow(both, Priority.ALWAYS);
      getChildren().add(both);
    } else {
      what.setMinWidth(NAME_LEAST);
      what.setPrefWidth(NAME_WIDTH);
      what.setMaxWidth(NAME_WIDTH);
      // The same for all rows: the names keep one width, however long a value is.
      values.setPrefWidth(VALUES_WIDTH);
      HBox.setHgrow(values, Priority.ALWAYS);
      getChildren().addAll(what, values);
    }
    if (difference.slot().isPresent()) {
      String name =
          difference.before().isEmpty()
              ? texts.of("history.putBack.nothing", difference.what())
              : texts.of("history.putBack", difference.what(), difference.before());
      Button back = Buttons.icon("put-back", Feather.ROTATE_CCW, name);
      back.getStyleClass().add("put-back");
      back.setOnAction(_ -> putBack.accept(difference));
      getChildren().add(back);
    }
  }

  private static Pane values(Difference difference, Texts texts) {
    String before = difference.before();
    String after = difference.after();
    Label old = value(texts.of("history.before"), "−", before, "before");
    Label now = value(texts.of("history.after"), "+", after, "after");
    boolean beside = before.length() + after.length() <= BESIDE && !(before + after).contains("\n");
    if (before.isEmpty()) {
      return new HBox(now);
    }
    if (after.isEmpty()) {
      return new HBox(old);
    }
    if (!beside) {
      VBox both = new VBox(Space.TIGHT, old, now);
      both.setMinWidth(0);
      return both;
    }
    HBox both = new HBox(Space.SMALL, old, Icons.of(Feather.ARROW_RIGHT, "faint-icon"), now);
    both.setAlignment(Pos.TOP_LEFT);
    return both;
  }

  private static Label value(String name, String sign, String text, String style) {
    Label label = Labels.wrapped(sign + " " + text, "mono", "difference-" + style);
    label.setAccessibleText(name + " " + text);
    label.setTooltip(new Tooltip(text));
    return label;
  }

  private static Node sign(Kind kind) {
    FontIcon icon =
        switch (kind) {
          case CREATED, ADDED -> Icons.of(Feather.PLUS, "icon-success");
          case DELETED, REMOVED -> Icons.of(Feather.MINUS, "icon-danger");
          case CHANGED -> Icons.of(Feather.EDIT_2);
          case MOVED -> Icons.of(Feather.CORNER_DOWN_RIGHT);
        };
    HBox box = new HBox(icon);
    box.getStyleClass().add("difference-sign");
    box.setAlignment(Pos.TOP_CENTER);
    return box;
  }
}
