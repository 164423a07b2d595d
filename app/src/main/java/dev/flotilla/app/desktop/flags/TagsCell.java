package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.TagChip;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.app.desktop.theme.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// As many chips as fit, and a count of the others. Each cell has a few chips of its own that stand
/// for the tags of one flag after the other: new ones for each flag that scrolls by live just long
/// enough to make every collection of garbage a long one.
final class TagsCell extends FlagCells.Cell {
  private static final double PER_CHIP = 76;

  private final HBox row = new HBox(Space.TIGHT);
  private final Label more = Labels.of("", "small", "faint");
  private final Tooltip all = new Tooltip();
  private final List<TagChip> chips = new ArrayList<>();
  private List<FlagView.Tag> shown = List.of();
  private int fitted = -1;

  TagsCell() {
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("tag-row");
    more.setMinWidth(Region.USE_PREF_SIZE);
    more.setTooltip(all);
    row.getChildren().add(more);
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
    int room = tags.size() <= fitted ? fitted : Math.max(1, fitted - 1);
    int count = Math.min(room, tags.size());
    for (int at = chips.size(); at < count; at++) {
      chips.add(new TagChip("", Hue.GRAY));
      row.getChildren().add(at, chips.get(at));
    }
    for (int at = 0; at < chips.size(); at++) {
      if (at < count) {
        chips.get(at).show(tags.get(at).name(), tags.get(at).hue());
      }
      show(chips.get(at), at < count);
    }
    show(more, tags.size() > room);
    if (tags.size() > room) {
      more.setText("+" + (tags.size() - room));
      all.setText(tags.stream().map(FlagView.Tag::name).collect(Collectors.joining(", ")));
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
