package dev.flotilla.app.desktop.transfer;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.desktop.transfer.ExportViewModel.What;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows flags as a file would have them, and saves them to one.
public final class ExportDialog {
  private static final double PROGRESS_WIDTH = 160;

  private final ExportViewModel model;
  private final Texts texts;
  private final Function<String, Optional<Path>> chooseFile;

  /// `chooseFile` asks where to save; it gets a proposal for the name.
  ///
  /// @param flags the keys of those that are exported; all if there are none
  public ExportDialog(
      WorkspaceModel model,
      Texts texts,
      Set<String> flags,
      Function<String, Optional<Path>> chooseFile) {
    this.model = new ExportViewModel(model, texts, flags);
    this.texts = texts;
    this.chooseFile = chooseFile;
  }

  public Dialog build(Runnable whenClosed) {
    Runnable onClose =
        () -> {
          model.cancel();
          whenClosed.run();
        };
    TextArea text = new TextArea();
    text.setId("export-text");
    text.setAccessibleText(texts.of("export.text"));
    text.setEditable(false);
    text.getStyleClass().add("mono");
    text.textProperty().bind(model.textProperty());
    VBox.setVgrow(text, Priority.ALWAYS);
    Label cut = Labels.wrapped(texts.of("export.cut"), "soft");
    Label done = Labels.wrapped("", "field-good");
    done.setId("export-saved");
    done.textProperty().bind(model.savedProperty());
    Button save = Buttons.primary("export-save", texts.of("export.save"));
    save.disableProperty().bind(model.workingProperty());
    save.setOnAction(_ -> chooseFile.apply(model.proposedName()).ifPresent(model::save));
    Button close = Buttons.plain("export-done", texts.of("dialog.done"));
    close.setOnAction(_ -> onClose.run());
    String title =
        model.chosen() == 0
            ? texts.of("export.title")
            : texts.of("export.title.picked", model.chosen());
    Dialog dialog =
        new Dialog("export-dialog", title, texts.of("dialog.close"), onClose)
            .content(
                new FormField(texts.of("export.environment"), choices()),
                text,
                Regions.shownWhile(cut, model.cutProperty()),
                working(),
                FormField.errorLabel("export-problem", model.problemProperty()),
                done)
            .buttons(close, save);
    dialog.getStyleClass().add("dialog-large");
    return dialog;
  }

  private Node working() {
    ProgressBar bar = new ProgressBar();
    bar.setId("export-progress");
    bar.setAccessibleText(texts.of("export.working"));
    bar.setPrefWidth(PROGRESS_WIDTH);
    bar.progressProperty().bind(model.progressProperty());
    Button cancel = Buttons.quiet("export-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> model.cancel());
    HBox row =
        new HBox(
            Space.SMALL,
            Labels.of(texts.of("export.working"), "soft"),
            bar,
            Regions.spring(),
            cancel);
    row.setAlignment(Pos.CENTER_LEFT);
    return Regions.shownWhile(row, model.workingProperty());
  }

  private HBox choices() {
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    ToggleGroup group = new ToggleGroup();
    List<String> environments = model.environments();
    for (String name : environments) {
      row.getChildren().add(choice("export-environment-" + name, name, group, What.FLAGD, name));
    }
    row.getChildren().add(choice("export-csv", texts.of("export.csv"), group, What.CSV, ""));
    if (model.chosen() == 0) {
      String whole = texts.of("export.workspace");
      row.getChildren().add(choice("export-workspace", whole, group, What.WORKSPACE, ""));
    }
    group.getToggles().getFirst().setSelected(true);
    if (environments.isEmpty()) {
      model.show(What.CSV, "");
    } else {
      model.show(What.FLAGD, environments.getFirst());
    }
    row.setMaxWidth(HBox.USE_PREF_SIZE);
    return row;
  }

  private ToggleButton choice(
      String id, String name, ToggleGroup group, What what, String environment) {
    ToggleButton button = new ToggleButton(name);
    button.setId(id);
    button.setAccessibleText(name);
    button.getStyleClass().setAll("segment");
    button.setToggleGroup(group);
    button.setOnAction(_ -> {
      button.setSelected(true);
      model.show(what, environment);
    });
    return button;
  }
}
