package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.TagChip;
import dev.flotilla.app.desktop.theme.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// As many chips as fit, and a count of the others. Chips are kept by their tag: scrolling through
/// a thousand flags with ten tags makes ten.
final class TagsCell extends FlagCells.Cell {
  private static final double PER_CHIP = 76;
  private static final int KEPT_MAX = 60;

  private final HBox row = new HBox(Space.TIGHT);
  private final Label more = Labels.of("", "small", "faint");
  private final Tooltip all = new Tooltip();
  private final Map<FlagView.Tag, TagChip> chips = new HashMap<>();
  private List<FlagView.Tag> shown = List.of();
  private int fitted;

  TagsCell() {
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("tag-row");
    more.setMinWidth(Region.USE_PREF_SIZE);
    more.setTooltip(all);
    widthProperty()
        .subscribe(_ -> {
          if (getItem() != null && fits() != fitted) {
            fill(getItem().tags());
          }
        });
  }

  @Override
  Node content(FlagView view) {
    if (!view.tags().equals(shown) || fits() != fitted) {
      fill(view.tags());
    }
    return row;
  }

  @Override
  String spoken(FlagView view) {
    return getTableColumn().getText() + ": " + FlagWords.tags(view);
  }

  private int fits() {
    return Math.max(1, (int) (getTableColumn().getWidth() / PER_CHIP));
  }

  private void fill(List<FlagView.Tag> tags) {
    shown = tags;
    fitted = fits();
    if (chips.size() > KEPT_MAX) {
      chips.clear();
    }
    int room = tags.size() <= fitted ? fitted : Math.max(1, fitted - 1);
    row.getChildren()
        .setAll(
            tags.stream()
                .limit(room)
                .map(tag -> chips.computeIfAbsent(tag, one -> new TagChip(one.name(), one.hue())))
                .toList());
    if (tags.size() > room) {
      more.setText("+" + (tags.size() - room));
      all.setText(tags.stream().map(FlagView.Tag::name).collect(Collectors.joining(", ")));
      row.getChildren().add(more);
    }
  }
}
