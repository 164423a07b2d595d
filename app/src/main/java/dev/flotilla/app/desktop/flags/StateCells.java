package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Switch;
import dev.flotilla.app.desktop.fx.Weakly;
import dev.flotilla.app.desktop.live.ChoiceMark;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The cells that say whether a flag is on.
final class StateCells {
  private StateCells() {}

  /// The switch of one environment and the value that applications read there.
  static final class OfOne extends FlagCells.Cell {
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final double GAP = 6;

    private final String environment;
    private final Texts texts;
    private final PickedRows picked;
    private final Switch toggle;
    private final Label value = Labels.of("", "mono", "soft");
    private final Tooltip codeDefault;
    private final FlagWords words;
    private final ChoiceMark mark;
    private final HBox row;

    OfOne(String environment, FlagTableViewModel model, Texts texts, FlagWords words) {
      this.words = words;
      this.environment = environment;
      this.texts = texts;
      this.codeDefault = new Tooltip(texts.of("flags.codeDefault.tooltip"));
      // Not named after the flag: another id costs a new style, for each flag that scrolls by.
      this.toggle = new Switch("switch-" + environment, environment);
      toggle.setFocusTraversable(false);
      toggle.onAsk(on -> {
        FlagRow at = row();
        if (at != null) {
          model.switchFlag(at.key(), environment, on);
        }
      });
      value.setMinWidth(0);
      mark = new ChoiceMark(toggle, model.model().live(), texts);
      row = new HBox(GAP, mark, value);
      row.setAlignment(Pos.CENTER_LEFT);
      this.picked = model.pickedRows();
      Weakly.follow(this, picked.versionProperty(), OfOne::markCursor);
    }

    private void markCursor() {
      pseudoClassStateChanged(
          CURSOR, picked.isCursor(row()) && environment.equals(picked.environment()));
    }

    @Override
    Node content(FlagView view) {
      FlagSetting setting = view.flag().setting(environment);
      toggle.setAccessibleText(texts.of("flags.switch", view.flag().key(), environment));
      toggle.setSelected(setting.enabled());
      mark.at(view.flag().id(), FieldNames.state(environment));
      String shown = FlagWords.served(view.flag(), setting);
      value.setText(shown.isEmpty() ? texts.of("flags.codeDefault") : shown);
      style(shown.isEmpty() ? "small" : "mono", setting.enabled() && !shown.isEmpty());
      value.setTooltip(shown.isEmpty() ? codeDefault : null);
      return row;
    }

    @Override
    String spoken(FlagView view) {
      return words.state(view.flag(), environment);
    }

    private void style(String font, boolean live) {
      List<String> wanted = List.of("label", font, live ? "soft" : "faint");
      if (!value.getStyleClass().equals(wanted)) {
        value.getStyleClass().setAll(wanted);
      }
    }
  }

  /// A pip for each environment, full where the flag is on, and how many those are.
  static final class OfAll extends FlagCells.Cell {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final FlagTableViewModel model;
    private final Texts texts;
    private final HBox pips = new HBox(Space.HAIR);
    private final Label count = Labels.of("", "small", "soft");
    private final Tooltip where = new Tooltip();
    private final HBox row = new HBox(Space.SMALL, pips, count);

    OfAll(FlagTableViewModel model, Texts texts) {
      this.model = model;
      this.texts = texts;
      row.setAlignment(Pos.CENTER_LEFT);
      pips.setAlignment(Pos.CENTER_LEFT);
      count.setMinWidth(Region.USE_PREF_SIZE);
      setTooltip(where);
    }

    @Override
    Node content(FlagView view) {
      List<Environment> environments = model.environmentsProperty().get();
      while (pips.getChildren().size() < environments.size()) {
        Region pip = new Region();
        pip.getStyleClass().add("state-pip");
        pips.getChildren().add(pip);
      }
      int on = 0;
      for (int at = 0; at < pips.getChildren().size(); at++) {
        boolean there = at < environments.size();
        boolean enabled = there && view.flag().setting(environments.get(at).name()).enabled();
        Node pip = pips.getChildren().get(at);
        pip.setManaged(there);
        pip.setVisible(there);
        pip.pseudoClassStateChanged(ON, enabled);
        on += enabled ? 1 : 0;
      }
      count.setText(texts.of("flags.states.count", on, environments.size()));
      where.setText(
          on == 0
              ? texts.of("flags.states.none")
              : environments.stream()
                  .map(Environment::name)
                  .filter(name -> view.flag().setting(name).enabled())
                  .collect(Collectors.joining(", ")));
      return row;
    }

    @Override
    String spoken(FlagView view) {
      return getTableColumn().getText() + ": " + count.getText() + ", " + where.getText();
    }
  }
}
