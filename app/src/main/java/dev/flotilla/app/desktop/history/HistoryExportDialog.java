package dev.flotilla.app.desktop.history;

import dev.flotilla.app.cli.print.LogLines.Format;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;

/// Asks in which form the history is to be written, and where.
final class HistoryExportDialog {
  private static final double WIDTH = 480;
  private static final double SPINNER = 16;

  private final HistoryExportViewModel model;
  private final Texts texts;
  private final Frame frame;
  private final boolean isFiltered;

  HistoryExportDialog(HistoryExportViewModel model, Texts texts, Frame frame, boolean isFiltered) {
    this.model = model;
    this.texts = texts;
    this.frame = frame;
    this.isFiltered = isFiltered;
  }

  void show() {
    Runnable close =
        () -> {
          model.cancel();
          frame.closeDialog();
        };
    Button end = Buttons.plain("history-export-close", texts.of("dialog.close"));
    end.setOnAction(_ -> close.run());
    Button save = Buttons.primary("history-export-save", texts.of("historyExport.save"));
    save.disableProperty().bind(model.runningProperty());
    save.setOnAction(_ -> choose(save));
    Label done = Labels.wrapped("", "field-good");
    done.setId("history-export-done");
    done.textProperty().bind(model.doneProperty());
    Regions.shownWhile(done, model.doneProperty().isNotEmpty());
    String what = texts.of(isFiltered ? "historyExport.what.filtered" : "historyExport.what.all");
    Dialog dialog =
        new Dialog(
                "history-export-dialog",
                texts.of("historyExport.title"),
                texts.of("dialog.close"),
                close)
            .content(
                Labels.wrapped(what, "soft"),
                new FormField(texts.of("historyExport.format"), formats())
                    .hint(texts.of("historyExport.hint")),
                progress(),
                FormField.errorLabel("history-export-problem", model.problemProperty()),
                done)
            .buttons(end, save);
    dialog.setPrefWidth(WIDTH);
    frame.show(dialog, save);
  }

  private Node formats() {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    for (Format format : Format.values()) {
      String name =
          switch (format) {
            case JSON_LINES -> texts.of("historyExport.jsonLines");
            case CSV -> texts.of("historyExport.csv");
          };
      ToggleButton button = new ToggleButton(name);
      button.setId("history-export-" + format.name());
      button.setAccessibleText(name);
      button.getStyleClass().setAll("segment");
      button.setToggleGroup(group);
      button.setSelected(format == model.formatProperty().get());
      button.setOnAction(_ -> {
        button.setSelected(true);
        model.formatProperty().set(format);
      });
      row.getChildren().add(button);
    }
    row.setMaxWidth(HBox.USE_PREF_SIZE);
    return row;
  }

  private Node progress() {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.setAccessibleText(texts.of("historyExport.title"));
    spinner.setPrefSize(SPINNER, SPINNER);
    Label count = Labels.of("", "soft");
    count.textProperty().bind(model.progressProperty());
    Button cancel = Buttons.quiet("history-export-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> model.cancel());
    HBox row = new HBox(Space.SMALL, spinner, count, Regions.spring(), cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    return Regions.shownWhile(row, model.runningProperty());
  }

  private void choose(Node owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.of("historyExport.title"));
    chooser.setInitialFileName(model.fileName());
    File file = chooser.showSaveDialog(owner.getScene().getWindow());
    if (file != null) {
      model.save(file.toPath());
    }
  }
}
