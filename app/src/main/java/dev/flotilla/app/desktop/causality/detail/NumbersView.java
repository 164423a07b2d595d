package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.desktop.causality.words.ClockNumbers;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The vector clock of a change, folded away until somebody asks for it.
final class NumbersView extends VBox {
  private final Texts texts;

  /// @param isOpen whether they are; follows what people want
  NumbersView(Supplier<ClockNumbers> numbers, BooleanProperty isOpen, Texts texts) {
    super(Space.SMALL);
    this.texts = texts;
    ToggleButton show = new ToggleButton(texts.of("seen.numbers.show"));
    show.setId("numbers-show");
    show.setAccessibleText(texts.of("seen.numbers.show"));
    show.getStyleClass().setAll("toggle-button", "quiet", "numbers-toggle");
    VBox body = new VBox(Space.SMALL);
    Regions.shownWhile(body, show.selectedProperty());
    show.selectedProperty()
        .subscribe(isShown -> {
          show.setText(texts.of(isShown ? "seen.numbers.hide" : "seen.numbers.show"));
          if (isShown && body.getChildren().isEmpty()) {
            fill(body, numbers.get());
          }
        });
    show.selectedProperty().bindBidirectional(isOpen);
    getChildren().addAll(show, body);
  }

  private void fill(VBox body, ClockNumbers numbers) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("numbers");
    grid.setHgap(Space.MEDIUM);
    grid.setVgap(Space.TIGHT);
    grid.addRow(
        0,
        Labels.of(texts.of("seen.detail.machine"), "overline"),
        Labels.of(""),
        right(Labels.of(texts.of("seen.numbers.changes"), "overline")),
        right(Labels.of(texts.of("seen.numbers.operations"), "overline")));
    int row = 1;
    for (ClockNumbers.Row each : numbers.rows()) {
      Label name = Labels.of(each.machine(), "small", each.isOwn() ? "medium" : "soft");
      name.setMinWidth(0);
      name.setMaxWidth(Double.MAX_VALUE);
      GridPane.setHgrow(name, Priority.ALWAYS);
      String change =
          each.change() == 0 ? "…" : texts.of("seen.number", String.valueOf(each.change()));
      grid.addRow(
          row++,
          name,
          Labels.of(each.replica(), "mono", "faint"),
          right(Labels.of(change, "mono")),
          right(Labels.of(String.valueOf(each.counter()), "mono", "soft")));
    }
    Button copy = Buttons.plain("numbers-copy", texts.of("seen.numbers.copy"));
    copy.setOnAction(_ -> {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, numbers.json()));
      copy.setText(texts.of("seen.numbers.copied"));
    });
    body.getChildren()
        .addAll(Labels.wrapped(texts.of("seen.numbers.what"), "small", "soft"), grid, copy);
  }

  private static Label right(Label label) {
    label.setMinWidth(Label.USE_PREF_SIZE);
    GridPane.setHalignment(label, HPos.RIGHT);
    return label;
  }
}
