package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Switch;
import dev.flotilla.app.desktop.control.TagChip;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The cells of the flag table. Each builds its nodes once and fills them from a `FlagView`.
final class FlagCells {
  static final double ROW_HEIGHT = 50;

  /// Room for the vertical scroll bar, in pixels.
  static final double SCROLL_BAR = 14;

  private static final PseudoClass CONFLICTED = PseudoClass.getPseudoClass("conflicted");

  private FlagCells() {}

  /// A cell that shows nothing for an empty row.
  abstract static class Cell extends TableCell<FlagRow, FlagView> {
    @Override
    protected final void updateItem(@Nullable FlagView view, boolean empty) {
      super.updateItem(view, empty);
      setText(null);
      setGraphic(empty || view == null ? null : content(view));
    }

    abstract Node content(FlagView view);
  }

  /// Key and description, with the marks for conflict and archive.
  static final class Key extends Cell {
    private final Texts texts;
    private final BooleanSupplier narrow;
    private final StackPane icon = new StackPane();
    private final Label key = Labels.of("", "mono-strong");
    private final Label description = Labels.of("", "small", "soft");
    private final Label conflictMark;
    private final Label archived;
    private final HBox row;

    Key(Texts texts, BooleanSupplier narrow) {
      this.texts = texts;
      this.narrow = narrow;
      conflictMark = Labels.of(texts.of("flags.conflict"), "conflict-mark");
      conflictMark.setTooltip(new Tooltip(texts.of("flags.conflict.tooltip")));
      archived = Labels.of(texts.of("flags.archived"), "type-badge");
      icon.getStyleClass().add("type-icon");
      HBox first = new HBox(Space.SMALL, key, conflictMark, archived);
      first.setAlignment(Pos.CENTER_LEFT);
      VBox lines = new VBox(1, first, description);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      HBox.setHgrow(lines, Priority.ALWAYS);
      conflictMark.setMinWidth(Region.USE_PREF_SIZE);
      archived.setMinWidth(Region.USE_PREF_SIZE);
      row = new HBox(Space.MEDIUM, icon, lines);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Node content(FlagView view) {
      key.setText(view.flag().key());
      String about = view.flag().description().replace('\n', ' ');
      description.setText(about);
      description.setVisible(!about.isBlank());
      description.setManaged(!about.isBlank());
      boolean conflicted = view.flag().conflicted();
      icon.getChildren()
          .setAll(Icons.of(conflicted ? Feather.GIT_MERGE : typeIcon(view.flag().type())));
      icon.pseudoClassStateChanged(CONFLICTED, conflicted);
      Tooltip.install(
          icon,
          new Tooltip(
              conflicted
                  ? texts.of("flags.conflict.tooltip")
                  : Values.name(view.flag().type(), texts)));
      show(conflictMark, conflicted && !narrow.getAsBoolean());
      show(archived, view.flag().archived());
      key.setOpacity(view.flag().archived() ? 0.6 : 1);
      return row;
    }

    private static void show(Node node, boolean shown) {
      node.setVisible(shown);
      node.setManaged(shown);
    }

    private static Feather typeIcon(FlagType type) {
      return switch (type) {
        case BOOLEAN -> Feather.TOGGLE_LEFT;
        case STRING -> Feather.TYPE;
        case NUMBER -> Feather.HASH;
        case OBJECT -> Feather.CODE;
      };
    }
  }

  /// The type in words.
  static final class Type extends Cell {
    private final Texts texts;
    private final Label label = Labels.of("", "small", "soft");

    Type(Texts texts) {
      this.texts = texts;
    }

    @Override
    Node content(FlagView view) {
      label.setText(Values.name(view.flag().type(), texts));
      return label;
    }
  }

  /// What turns a flag on or off.
  interface Switching {
    void ask(String key, String environment, boolean on);
  }

  /// The switch of one environment and the value that applications read there.
  static final class Environment extends Cell {
    private final String environment;
    private final Texts texts;
    private final Switch toggle;
    private final Label value = Labels.of("", "mono", "soft");
    private final HBox row;

    Environment(String environment, Texts texts, Switching switching) {
      this.environment = environment;
      this.texts = texts;
      this.toggle = new Switch("switch", environment);
      toggle.onAsk(on -> {
        FlagRow item = getTableRow().getItem();
        if (item != null) {
          switching.ask(item.key(), environment, on);
        }
      });
      value.setMinWidth(0);
      row = new HBox(Space.SMALL, toggle, value);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Node content(FlagView view) {
      FlagSetting setting = view.flag().setting(environment);
      toggle.setId("switch-" + view.flag().key() + "-" + environment);
      toggle.setAccessibleText(texts.of("flags.switch", view.flag().key(), environment));
      toggle.setSelected(setting.enabled());
      String shown = served(view.flag(), setting);
      value.setText(shown.isEmpty() ? texts.of("flags.codeDefault") : shown);
      value.getStyleClass().setAll("label", shown.isEmpty() ? "small" : "mono");
      value.getStyleClass().add(setting.enabled() && !shown.isEmpty() ? "soft" : "faint");
      value.setTooltip(shown.isEmpty() ? new Tooltip(texts.of("flags.codeDefault.tooltip")) : null);
      return row;
    }
  }

  /// The value that is served; of an object only the name of its variant.
  private static String served(Flag flag, FlagSetting setting) {
    return setting
        .defaultVariant()
        .map(variant ->
            flag.type() == FlagType.OBJECT
                ? variant
                : Values.brief(flag.variants().getOrDefault(variant, new Value.Absent())))
        .orElse("");
  }

  /// As many chips as fit, and a count of the others.
  static final class Tags extends Cell {
    private static final int SHOWN = 3;
    private static final int SHOWN_NARROW = 1;
    private static final double NARROW = 150;

    private final HBox row = new HBox(Space.TIGHT);

    Tags() {
      row.setAlignment(Pos.CENTER_LEFT);
      row.getStyleClass().add("tag-row");
    }

    @Override
    Node content(FlagView view) {
      row.getChildren().clear();
      int fits = getTableColumn().getWidth() < NARROW ? SHOWN_NARROW : SHOWN;
      int room = view.tags().size() <= fits ? fits : Math.max(1, fits - 1);
      view.tags().stream()
          .limit(room)
          .forEach(tag -> row.getChildren().add(new TagChip(tag.name(), tag.hue())));
      if (view.tags().size() > room) {
        Label more = Labels.of("+" + (view.tags().size() - room), "small", "faint");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setTooltip(
            new Tooltip(String.join(", ", view.tags().stream().map(FlagView.Tag::name).toList())));
        row.getChildren().add(more);
      }
      return row;
    }
  }

  /// Who changed the flag last, and when.
  static final class Changed extends Cell {
    private final Moments moments;
    private final Avatar avatar = new Avatar("?");
    private final Label who = Labels.of("", "small");
    private final Label when = Labels.of("", "small", "faint");
    private final Tooltip exact = new Tooltip();
    private final HBox row;

    Changed(Moments moments) {
      this.moments = moments;
      VBox lines = new VBox(who, when);
      lines.setAlignment(Pos.CENTER_LEFT);
      row = new HBox(Space.SMALL, avatar, lines);
      row.setAlignment(Pos.CENTER_LEFT);
      setTooltip(exact);
    }

    @Override
    Node content(FlagView view) {
      avatar.show(view.device());
      who.setText(view.who());
      when.textProperty().bind(moments.live(view.when()));
      exact.setText(view.who() + ", " + moments.exact(view.when()));
      return row;
    }
  }
}
