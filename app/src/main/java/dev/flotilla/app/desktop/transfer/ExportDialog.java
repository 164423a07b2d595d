package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.exchange.CsvWriting;
import dev.flotilla.app.exchange.FileWriting;
import dev.flotilla.app.exchange.WorkspaceText;
import dev.flotilla.model.Environment;
import dev.flotilla.openfeature.flagd.FlagdExport;
import dev.flotilla.openfeature.flagd.FlagdFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows the flagd definitions of one environment and saves them to a file.
public final class ExportDialog {
  private final WorkspaceModel model;
  private final Texts texts;
  private final Function<String, Optional<Path>> chooseFile;
  private final TextArea text = new TextArea();
  private final SimpleStringProperty problem = new SimpleStringProperty("");
  private final SimpleStringProperty saved = new SimpleStringProperty("");
  private String environment = "";
  private What what = What.FLAGD;

  /// What is written.
  private enum What {
    FLAGD,
    CSV,
    WORKSPACE
  }

  /// `chooseFile` asks where to save; it gets a proposal for the name.
  public ExportDialog(
      WorkspaceModel model, Texts texts, Function<String, Optional<Path>> chooseFile) {
    this.model = model;
    this.texts = texts;
    this.chooseFile = chooseFile;
  }

  public Dialog build(Runnable onClose) {
    text.setId("export-text");
    text.setAccessibleText(texts.of("export.text"));
    text.setEditable(false);
    text.getStyleClass().add("mono");
    VBox.setVgrow(text, Priority.ALWAYS);
    Label done = Labels.wrapped("", "field-good");
    done.setId("export-saved");
    done.textProperty().bind(saved);
    Button save = Buttons.primary("export-save", texts.of("export.save"));
    save.setOnAction(_ -> chooseFile.apply(proposedName()).ifPresent(this::save));
    Button close = Buttons.plain("export-done", texts.of("dialog.done"));
    close.setOnAction(_ -> onClose.run());
    Dialog dialog =
        new Dialog("export-dialog", texts.of("export.title"), texts.of("dialog.close"), onClose)
            .content(
                new FormField(texts.of("export.environment"), environments()),
                text,
                FormField.errorLabel("export-problem", problem),
                done)
            .buttons(close, save);
    dialog.getStyleClass().add("dialog-large");
    return dialog;
  }

  /// Writes what is shown to `file`. A file of definitions that is there keeps its comments, its
  /// order and its own parts, and what was exported is kept for when it comes back.
  void save(Path file) {
    try {
      FileWriting.write(file, what == What.FLAGD ? definitions(file) : text.getText());
      problem.set("");
      saved.set(texts.of("export.saved", file.toString()));
    } catch (IOException e) {
      saved.set("");
      problem.set(texts.of("export.failed", file.toString(), String.valueOf(e.getMessage())));
    }
  }

  private String definitions(Path file) throws IOException {
    Optional<String> existing =
        Files.isRegularFile(file)
            ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
            : Optional.empty();
    var written =
        FlagdFile.write(model.workspace(), environment, Set.of(), existing, model.open()::exported);
    model.open().keepExport(written.id(), written.base());
    return written.text();
  }

  private HBox environments() {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    List<Environment> all = model.workspace().environments();
    for (Environment offered : all) {
      ToggleButton button = new ToggleButton(offered.name());
      button.setId("export-environment-" + offered.name());
      button.setAccessibleText(offered.name());
      button.getStyleClass().setAll("segment");
      button.setToggleGroup(group);
      button.setOnAction(_ -> {
        button.setSelected(true);
        show(offered.name());
      });
      row.getChildren().add(button);
    }
    row.getChildren().add(other(What.CSV, "export-csv", "export.csv", group));
    row.getChildren().add(other(What.WORKSPACE, "export-workspace", "export.workspace", group));
    if (!all.isEmpty()) {
      group.getToggles().getFirst().setSelected(true);
      show(all.getFirst().name());
    }
    row.setMaxWidth(HBox.USE_PREF_SIZE);
    return row;
  }

  private ToggleButton other(What wanted, String id, String name, ToggleGroup group) {
    ToggleButton button = new ToggleButton(texts.of(name));
    button.setId(id);
    button.setAccessibleText(texts.of(name));
    button.getStyleClass().setAll("segment");
    button.setToggleGroup(group);
    button.setOnAction(_ -> {
      button.setSelected(true);
      what = wanted;
      saved.set("");
      text.setText(
          wanted == What.CSV
              ? CsvWriting.write(model.workspace(), Set.of())
              : WorkspaceText.write(model.workspace()));
    });
    return button;
  }

  private String proposedName() {
    return switch (what) {
      case FLAGD -> "flags." + environment + ".flagd.json";
      case CSV -> "all-flags.csv";
      case WORKSPACE -> "workspace.json";
    };
  }

  private void show(String name) {
    what = What.FLAGD;
    environment = name;
    saved.set("");
    text.setText(FlagdExport.write(model.workspace(), name));
  }
}
