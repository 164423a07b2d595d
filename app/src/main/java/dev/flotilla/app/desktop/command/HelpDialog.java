package dev.flotilla.app.desktop.command;

import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every key of the window, in groups, to be searched: made of the commands, so that it is never
/// wrong.
public final class HelpDialog {
  private static final int COLUMNS = 2;
  private static final double HEIGHT = 480;

  private final List<Command> commands;
  private final Texts texts;
  private final TextField search = new TextField();

  public HelpDialog(List<Command> commands, Texts texts) {
    this.commands = commands;
    this.texts = texts;
  }

  /// The dialog; `onClose` takes it away.
  public Dialog build(Runnable onClose) {
    search.setId("help-search");
    search.setPromptText(texts.of("help.search"));
    search.setAccessibleText(texts.of("help.search"));
    HBox columns = new HBox(Space.HUGE);
    columns.getStyleClass().add("help-columns");
    search.textProperty().subscribe(typed -> show(columns, typed));
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setId("help-keys");
    scroll.setFitToWidth(true);
    scroll.setPrefHeight(HEIGHT);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    Dialog dialog =
        new Dialog("help-dialog", texts.of("help.title"), texts.of("dialog.close"), onClose)
            .content(search, scroll);
    dialog.getStyleClass().addAll("dialog-large", "help");
    return dialog;
  }

  public TextField firstField() {
    return search;
  }

  private void show(HBox columns, String typed) {
    Map<Command.Group, List<Command>> groups = new EnumMap<>(Command.Group.class);
    for (Command command : commands) {
      if (Keycaps.matches(command, typed, texts)) {
        groups.computeIfAbsent(command.group(), _ -> new ArrayList<>()).add(command);
      }
    }
    List<VBox> made = new ArrayList<>();
    int[] filled = new int[COLUMNS];
    for (int at = 0; at < COLUMNS; at++) {
      VBox column = new VBox(Space.LARGE);
      HBox.setHgrow(column, Priority.ALWAYS);
      column.setPrefWidth(0);
      made.add(column);
    }
    groups.forEach((group, list) -> {
      int least = filled[0] <= filled[1] ? 0 : 1;
      filled[least] += list.size() + 2;
      made.get(least).getChildren().add(group(group, list));
    });
    if (groups.isEmpty()) {
      made.getFirst().getChildren().add(Labels.of(texts.of("help.none"), "soft"));
    }
    columns.getChildren().setAll(made);
  }

  private Node group(Command.Group group, List<Command> list) {
    VBox box = new VBox(Labels.of(title(group), "overline"));
    for (Command command : list) {
      HBox line =
          new HBox(
              Space.SMALL, Labels.of(command.name()), Regions.spring(), Keycaps.of(command, texts));
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("help-line");
      box.getChildren().add(line);
    }
    return box;
  }

  private String title(Command.Group group) {
    return switch (group) {
      case GO -> texts.of("help.group.go");
      case FLAGS -> texts.of("help.group.flags");
      case EDIT -> texts.of("help.group.edit");
      case TAG_SETS -> texts.of("help.group.tagSets");
      case COUNTERS -> texts.of("help.group.counters");
      case HISTORY -> texts.of("help.group.history");
      case TRANSFER -> texts.of("help.group.transfer");
      case TEAM -> texts.of("help.group.team");
      case WINDOW -> texts.of("help.group.window");
    };
  }
}
