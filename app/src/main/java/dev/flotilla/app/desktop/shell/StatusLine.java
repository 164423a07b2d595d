package dev.flotilla.app.desktop.shell;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.Workspace;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;

/// The lowest line of the window: who is here, in words.
final class StatusLine extends StatusBar {
  /// @param reason where the author says why the next change is made
  StatusLine(ShellViewModel shell, Texts texts, Node reason) {
    setId("status-bar");
    setText("");
    Region dot = new Region();
    shell.peers().toneProperty().subscribe(tone -> dot.getStyleClass().setAll("dot", tone));
    Label sentence = Labels.of("", "small", "soft");
    sentence.setId("status-text");
    sentence.textProperty().bind(shell.peers().statusProperty());
    HBox left = new HBox(Space.SMALL, dot, sentence);
    left.setAlignment(Pos.CENTER_LEFT);
    getLeftItems().add(left);
    Label waiting = Labels.of("", "small", "icon-danger-text");
    waiting.setId("status-conflicts");
    waiting
        .textProperty()
        .bind(
            shell
                .conflicts()
                .countProperty()
                .map(count -> texts.of("status.conflicts", count.longValue())));
    Regions.shownWhile(waiting, shell.conflicts().countProperty().greaterThan(0));
    Label replica = Labels.of("", "mono", "faint");
    replica.setId("status-replica");
    replica
        .textProperty()
        .bind(shell.model().workspaceProperty().map(now -> replicaText(shell, texts, now)));
    replica.setTooltip(new Tooltip(texts.of("status.replica.tooltip")));
    HBox right = new HBox(Space.LARGE, reason, waiting, replica);
    right.setAlignment(Pos.CENTER_RIGHT);
    getRightItems().add(right);
  }

  private static String replicaText(ShellViewModel shell, Texts texts, Workspace now) {
    var people = shell.model().people();
    return texts.of(
        "status.replica", people.deviceName(now, people.own()), people.own().shortName());
  }
}
