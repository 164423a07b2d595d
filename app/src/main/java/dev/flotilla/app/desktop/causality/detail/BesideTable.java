package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.desktop.causality.words.Beside;
import dev.flotilla.app.desktop.causality.words.EventWords;
import dev.flotilla.app.desktop.control.Alike;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// One row a machine: what of it had been seen, what is concurrent, and from where on it had seen
/// the change. Each is a button that compares the two.
final class BesideTable extends GridPane {
  private final EventWords words;
  private final int index;
  private final DetailModel model;
  private final Texts texts;
  private final boolean areAlike;

  BesideTable(EventWords words, int index, List<Beside> rows, DetailModel model, Texts texts) {
    this.words = words;
    this.index = index;
    this.model = model;
    this.texts = texts;
    getStyleClass().add("beside-table");
    setHgap(Space.SMALL);
    setVgap(Space.TIGHT);
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    name.setMinWidth(0);
    getColumnConstraints().add(name);
    addRow(
        0,
        Labels.of(texts.of("seen.detail.machine"), "overline"),
        head("seen.detail.before"),
        head("seen.detail.during"),
        head("seen.detail.after"));
    this.areAlike = Alike.begin(rows.stream().map(row -> words.lane(row.lane())).toList());
    for (int at = 0; at < rows.size(); at++) {
      add(at + 1, rows.get(at));
    }
  }

  private Label head(String key) {
    Label head = Labels.of(texts.of(key), "overline");
    head.setMinWidth(Label.USE_PREF_SIZE);
    GridPane.setHalignment(head, HPos.CENTER);
    return head;
  }

  private void add(int row, Beside beside) {
    Label name = Labels.of(words.lane(beside.lane()), "small");
    name.setMinWidth(0);
    name.setTextOverrun(areAlike ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
    name.setTooltip(new Tooltip(words.spoken(index, beside)));
    addRow(
        row,
        name,
        cell(beside, "before", beside.seen(), "event-before"),
        cell(beside, "during", beside.from(), "event-during"),
        cell(beside, "after", beside.later(), "event-after"));
  }

  private Node cell(Beside beside, String column, int event, String look) {
    if (event < 0) {
      Label none = Labels.of("–", "small", "faint");
      GridPane.setHalignment(none, HPos.CENTER);
      return none;
    }
    String text =
        event == beside.from() && beside.count() > 0 ? words.range(beside) : words.number(event);
    Button button = new Button(text);
    button.setId("beside-" + column + "-" + beside.lane());
    button.getStyleClass().setAll("button", "event-pill", look);
    button.setMinWidth(Button.USE_PREF_SIZE);
    String name = texts.of("seen.detail.compareWith", words.name(event), words.time(event));
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(_ -> model.compare(words.history().event(event).ref()));
    GridPane.setHalignment(button, HPos.CENTER);
    return button;
  }
}
