package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The simple cells of the flag table. Each builds its nodes once and fills them from a `FlagView`.
final class FlagCells {
  static final double ROW_HEIGHT = 50;

  /// Room for the vertical scroll bar, in pixels.
  static final double SCROLL_BAR = 14;

  private FlagCells() {}

  /// A cell that shows nothing for an empty row.
  abstract static class Cell extends TableCell<FlagRow, FlagView> {
    @Override
    protected final void updateItem(@Nullable FlagView view, boolean empty) {
      super.updateItem(view, empty);
      setText(null);
      setGraphic(empty || view == null ? null : content(view));
    }

    /// The row whose flag is shown.
    final @Nullable FlagRow row() {
      return getTableRow() == null ? null : getTableRow().getItem();
    }

    /// What the cell says. Put together when a screen reader asks, not for each flag that scrolls
    /// by.
    @Override
    public final Object queryAccessibleAttribute(
        AccessibleAttribute attribute, Object... parameters) {
      FlagView view = isEmpty() ? null : getItem();
      return attribute == AccessibleAttribute.TEXT && view != null
          ? spoken(view)
          : super.queryAccessibleAttribute(attribute, parameters);
    }

    abstract Node content(FlagView view);

    abstract String spoken(FlagView view);
  }

  /// A short text, which a tooltip shows whole.
  static final class Words extends Cell {
    private final Function<FlagView, String> words;
    private final Label label = Labels.of("", "small", "soft");
    private final Tooltip whole = new Tooltip();

    Words(Function<FlagView, String> words) {
      this.words = words;
      label.setMinWidth(0);
    }

    @Override
    Node content(FlagView view) {
      String text = words.apply(view);
      label.setText(text);
      whole.setText(text);
      label.setTooltip(text.isEmpty() ? null : whole);
      return label;
    }

    /// Never silent: an empty cell still says of which column it is.
    @Override
    String spoken(FlagView view) {
      return getTableColumn().getText() + ": " + words.apply(view);
    }
  }

  static Cell type(Texts texts) {
    return new Words(view -> Values.name(view.flag().type(), texts));
  }

  static Cell kind(Texts texts) {
    return new Words(view -> view.flag().kind().map(kind -> Values.name(kind, texts)).orElse(""));
  }

  static Cell owner() {
    return new Words(view -> view.flag().owner());
  }

  static Cell folder() {
    return new Words(FlagView::folder);
  }

  /// Who changed the flag last, and when.
  static final class Changed extends Cell {
    private final Moments moments;
    private final Avatar avatar = new Avatar("?");
    private final Label who = Labels.of("", "small");
    private final Label when = Labels.of("", "small", "faint");
    private final Tooltip exact = new Tooltip();
    private final FlagWords words;
    private final HBox row;

    Changed(Moments moments, FlagWords words) {
      this.moments = moments;
      this.words = words;
      VBox lines = new VBox(who, when);
      lines.setAlignment(Pos.CENTER_LEFT);
      row = new HBox(Space.SMALL, avatar, lines);
      row.setAlignment(Pos.CENTER_LEFT);
      // Bound once, not for each flag that scrolls by.
      when.textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> getItem() == null ? "" : moments.relative(getItem().when()),
                  itemProperty(),
                  moments.passedProperty()));
      setTooltip(exact);
    }

    @Override
    Node content(FlagView view) {
      if (!who.getText().equals(view.who())) {
        avatar.show(view.device());
        who.setText(view.who());
      }
      exact.setText(view.who() + ", " + moments.exact(view.when()));
      return row;
    }

    @Override
    String spoken(FlagView view) {
      return words.changed(view);
    }
  }
}
