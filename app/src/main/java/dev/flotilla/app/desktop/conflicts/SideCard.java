package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenBox;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One side of a conflict: who, when, the value, why, what its author had not seen, and the button
/// that takes it.
final class SideCard extends StackPane {
  /// What a side shows besides its value.
  ///
  /// @param unseen one sentence each
  record Said(Optional<String> reason, List<String> unseen) {
    Said {
      unseen = List.copyOf(unseen);
    }
  }

  private final VBox card;

  /// @param value none where it is shown elsewhere
  SideCard(
      ConflictView conflict,
      ConflictView.Option option,
      Optional<Node> value,
      Said said,
      Texts texts) {
    Label who = Labels.of(option.who(), "medium");
    who.setMinWidth(0);
    Label when = Labels.yielding("small", "faint");
    when.textProperty().bind(option.when());
    when.setTooltip(new Tooltip(option.exact()));
    HBox by = new HBox(Space.SMALL, new Avatar(option.device()), who, when);
    by.setAlignment(Pos.CENTER_LEFT);
    if (option.inUse()) {
      Label inUse = Labels.of(texts.of("conflicts.inUse"), "in-use");
      inUse.setTooltip(new Tooltip(texts.of("conflicts.inUse.tooltip")));
      inUse.setMinWidth(Label.USE_PREF_SIZE);
      by.getChildren().add(inUse);
    }
    card = new SpokenBox(Space.MEDIUM, by);
    value.ifPresent(node -> {
      StackPane shown = new StackPane(node);
      shown.getStyleClass().add("side-value");
      shown.setAlignment(Pos.TOP_LEFT);
      card.getChildren().add(shown);
    });
    card.setId("side-" + option.pick() + "-" + conflict.id());
    card.getStyleClass().add("side-card");
    said.reason()
        .ifPresent(reason ->
            card.getChildren()
                .add(
                    part(texts.of("inbox.why"), Labels.wrapped(texts.of("inbox.reason", reason)))));
    if (!said.unseen().isEmpty()) {
      VBox sentences = new VBox(Space.TIGHT);
      said.unseen().forEach(one -> sentences.getChildren().add(Labels.wrapped(one, "soft")));
      card.getChildren().add(part(texts.of("inbox.unseen.title"), sentences));
    }
    card.getChildren().add(Regions.rise());
    getChildren().add(card);
  }

  /// Offers to take this side.
  ///
  /// @param choose what the button says
  SideCard choosing(ConflictView.Option option, String choose, Texts texts, Runnable take) {
    Button use = Buttons.plain("inbox-use-" + option.pick(), choose);
    use.setAccessibleText(texts.of("conflicts.use.name", choose, option.value()));
    use.setMinWidth(0);
    use.setOnAction(_ -> take.run());
    Label cap = Labels.of(String.valueOf(option.pick() + 1), "keycap");
    cap.setTooltip(new Tooltip(texts.of("inbox.key", option.pick() + 1)));
    HBox foot = new HBox(Space.SMALL, use, cap);
    foot.setAlignment(Pos.CENTER_LEFT);
    card.getChildren().add(foot);
    return this;
  }

  private static Node part(String name, Node what) {
    return new VBox(Space.HAIR, Labels.of(name, "overline"), what);
  }
}
