package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// What the mark below the pointer stands for, in full: beside it there is seldom room for that.
///
/// Thread: FX.
final class Tip {
  private static final int LINES_MOST = 6;
  private static final double WIDTH_MOST = 420;

  private final Tooltip tooltip = new Tooltip();
  private final Node node;
  private final Texts texts;
  private final MarkWords words;

  Tip(Node node, Texts texts, MarkWords words) {
    this.node = node;
    this.texts = texts;
    this.words = words;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDTH_MOST);
  }

  /// @param mark null for none
  void show(SpaceTime diagram, @Nullable Mark mark) {
    if (mark == null) {
      Tooltip.uninstall(node, tooltip);
    } else {
      tooltip.setText(text(diagram, mark));
      Tooltip.install(node, tooltip);
    }
  }

  /// Its machine, then a line for each of its changes, the newest last.
  String text(SpaceTime diagram, Mark mark) {
    CausalHistory history = diagram.history();
    List<String> lines = new ArrayList<>();
    int at = mark.last();
    while (at >= mark.first() && lines.size() < LINES_MOST) {
      if (diagram.mark(at) == diagram.mark(mark.last())) {
        var event = history.event(at);
        lines.addFirst(texts.of("diagram.tip.line", words.headline(event), words.time(event)));
      }
      at = history.previous(at);
    }
    int more = mark.count() - lines.size();
    if (more > 0) {
      lines.addFirst(texts.of("diagram.tip.more", more));
    }
    lines.addFirst(history.event(mark.last()).machine());
    return String.join("\n", lines);
  }
}
