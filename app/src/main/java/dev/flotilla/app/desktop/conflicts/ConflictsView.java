package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.control.SpokenBox;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Conflicts as cards: what happened in words, each value with who and when, and its button.
public final class ConflictsView extends StackPane {
  private final ConflictsViewModel model;
  private final Texts texts;
  private final Consumer<String> onOpenFlag;
  private @Nullable Consumer<String> onCompare;
  private final VBox cards = new VBox(Space.MEDIUM);

  /// `onOpenFlag` shows the flag with this key.
  public ConflictsView(ConflictsViewModel model, Texts texts, Consumer<String> onOpenFlag) {
    this.model = model;
    this.texts = texts;
    this.onOpenFlag = onOpenFlag;
    setId("conflicts");
    cards.getStyleClass().add("panel-body");
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    EmptyState empty =
        new EmptyState(
            Feather.CHECK, texts.of("conflicts.empty.title"), texts.of("conflicts.empty.text"));
    empty.setId("conflicts-empty");
    empty.visibleProperty().bind(Bindings.isEmpty(model.conflicts()));
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    getChildren().addAll(scroll, empty);
    model.conflicts().addListener((ListChangeListener<ConflictView>) _ -> rebuild());
    rebuild();
  }

  /// The same with a way to all that there is to say about a conflict, which gets its id.
  public ConflictsView comparing(Consumer<String> newOnCompare) {
    onCompare = newOnCompare;
    rebuild();
    return this;
  }

  private void rebuild() {
    cards.getChildren().setAll(model.conflicts().stream().map(this::card).toList());
  }

  private Node card(ConflictView conflict) {
    Label key = Labels.of(conflict.key(), "mono-strong");
    key.setTooltip(new Tooltip(conflict.key()));
    key.setMinWidth(0);
    HBox head =
        new HBox(Space.SMALL, Icons.of(Feather.GIT_MERGE, "icon-danger"), key, Regions.spring());
    head.setAlignment(Pos.CENTER_LEFT);
    if (conflict.isFlag()) {
      Button open = Buttons.quiet("conflict-open-" + conflict.id(), texts.of("conflicts.open"));
      open.setOnAction(_ -> onOpenFlag.accept(conflict.key()));
      head.getChildren().add(open);
    }
    Consumer<String> compares = onCompare;
    if (compares != null) {
      Button compare =
          Buttons.icon(
              "conflict-compare-" + conflict.id(), Feather.MAXIMIZE_2, texts.of("inbox.compare"));
      compare.setOnAction(_ -> compares.accept(conflict.id()));
      head.getChildren().add(compare);
    }
    VBox card =
        new SpokenBox(
            Space.SMALL,
            head,
            Labels.wrapped(conflict.place(), "strong"),
            Labels.wrapped(conflict.story(), "soft", "small"));
    card.setId("conflict-" + conflict.id());
    card.getStyleClass().add("conflict-card");
    VBox options = new VBox();
    options.getStyleClass().add("option-list");
    conflict.options().forEach(option -> options.getChildren().add(option(conflict, option)));
    card.getChildren().add(options);
    if (!conflict.actions().isEmpty()) {
      HBox actions = new HBox(Space.SMALL);
      actions.setAlignment(Pos.CENTER_RIGHT);
      for (ConflictView.Action action : conflict.actions()) {
        Button button =
            Buttons.plain("conflict-" + action.id() + "-" + conflict.id(), action.text());
        button.getStyleClass().add("compact");
        button.setOnAction(_ -> model.resolve(conflict.id(), action.choice()));
        actions.getChildren().add(button);
      }
      card.getChildren().add(actions);
    }
    return card;
  }

  private Node option(ConflictView conflict, ConflictView.Option option) {
    Label value = Labels.wrapped(option.value(), "mono", "option-value");
    Label who = Labels.of(option.who(), "small", "medium");
    who.setMinWidth(0);
    who.setTooltip(new Tooltip(option.who()));
    Label when = Labels.yielding("small", "faint");
    when.textProperty().bind(option.when());
    when.setTooltip(new Tooltip(option.exact()));
    HBox by = new HBox(Space.SMALL, new Avatar(option.device()), who, when);
    by.setAlignment(Pos.CENTER_LEFT);
    Button use =
        Buttons.plain("conflict-use-" + option.pick() + "-" + conflict.id(), option.choose());
    use.getStyleClass().add("compact");
    use.setAccessibleText(texts.of("conflicts.use.name", option.choose(), option.value()));
    use.setOnAction(_ -> model.pick(conflict.id(), option.pick()));
    if (option.inUse()) {
      Label inUse = Labels.of(texts.of("conflicts.inUse"), "in-use");
      inUse.setTooltip(new Tooltip(texts.of("conflicts.inUse.tooltip")));
      inUse.setMinWidth(Label.USE_PREF_SIZE);
      by.getChildren().add(inUse);
    }
    by.getChildren().add(use);
    VBox box = new VBox(Space.TIGHT, value, by);
    box.getStyleClass().add("option");
    return box;
  }
}
