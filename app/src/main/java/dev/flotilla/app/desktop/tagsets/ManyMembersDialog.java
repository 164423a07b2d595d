package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks for many tags at once and says what adding them would do.
final class ManyMembersDialog {
  private static final int ROWS = 12;
  private static final int COLUMNS = 56;
  private static final int EXAMPLES = 3;

  private final ManyMembersViewModel model;
  private final Texts texts;
  private final Supplier<Optional<Path>> chooseFile;
  private final TextArea area = new TextArea();

  /// @param chooseFile asks for a file; none if nobody wants one
  ManyMembersDialog(ManyMembersViewModel model, Texts texts, Supplier<Optional<Path>> chooseFile) {
    this.model = model;
    this.texts = texts;
    this.chooseFile = chooseFile;
  }

  /// What gets the keyboard.
  Node first() {
    return area;
  }

  Dialog build(Runnable onClose) {
    Runnable close =
        () -> {
          model.cancel();
          onClose.run();
        };
    area.setId("many-members");
    area.setAccessibleText(texts.of("tagsets.addMany.prompt"));
    area.setPromptText(texts.of("tagsets.addMany.prompt"));
    area.setPrefRowCount(ROWS);
    area.setPrefColumnCount(COLUMNS);
    area.getStyleClass().add("mono");
    area.textProperty().bindBidirectional(model.textProperty());
    area.disableProperty().bind(model.busyProperty());
    Button file = Buttons.quiet("many-members-file", texts.of("tagsets.addMany.file"));
    file.disableProperty().bind(model.busyProperty());
    file.setOnAction(_ -> chooseFile.get().ifPresent(model::read));
    Label from = Labels.of("", "small", "soft");
    from.textProperty()
        .bind(
            model
                .sourceProperty()
                .map(name -> name.isEmpty() ? "" : texts.of("tagsets.addMany.fromFile", name)));
    HBox reading = new HBox(Space.SMALL, file, Regions.spring(), from);
    reading.setAlignment(Pos.CENTER_LEFT);
    return new Dialog(
            "many-members-dialog",
            texts.of("tagsets.addMany.title", model.key()),
            texts.of("dialog.close"),
            close)
        .content(
            new VBox(Space.SMALL, area, reading),
            report(),
            progress(),
            FormField.errorLabel("many-members-problem", model.problemProperty()))
        .buttons(cancel(close), add(onClose));
  }

  private Node report() {
    Label counts = Labels.wrapped("", "strong");
    counts.setId("many-members-report");
    Label unfit = Labels.wrapped("", "small", "soft");
    unfit.setId("many-members-unfit");
    model
        .gatheredProperty()
        .subscribe(found -> {
          counts.setText(counts(found));
          unfit.setText(
              found.examples().stream()
                  .limit(EXAMPLES)
                  .map(one -> texts.of("tagsets.addMany.line", one.line(), one.why()))
                  .collect(Collectors.joining("\n")));
        });
    return new VBox(
        Space.TIGHT,
        counts,
        Regions.shownWhile(unfit, unfit.textProperty().map(text -> !text.isEmpty())));
  }

  private String counts(Gathered found) {
    List<String> parts = new ArrayList<>();
    parts.add(texts.of("tagsets.addMany.fresh", found.fresh().size()));
    note(parts, "tagsets.addMany.present", found.present());
    note(parts, "tagsets.addMany.repeated", found.repeated());
    note(parts, "tagsets.addMany.unfit", found.unfit());
    boolean nothing = parts.size() == 1 && found.fresh().isEmpty();
    return nothing ? texts.of("tagsets.addMany.nothing") : String.join(" · ", parts);
  }

  private void note(List<String> parts, String key, int count) {
    if (count > 0) {
      parts.add(texts.of(key, count));
    }
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setId("many-members-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(model.progressProperty());
    return Regions.shownWhile(bar, model.busyProperty());
  }

  private Button cancel(Runnable close) {
    Button cancel = Buttons.plain("many-members-cancel", texts.of("dialog.cancel"));
    cancel
        .textProperty()
        .bind(
            model
                .busyProperty()
                .map(busy -> texts.of(busy ? "tagsets.addMany.cancel" : "dialog.cancel")));
    cancel.setOnAction(_ -> {
      if (model.busyProperty().get()) {
        model.cancel();
      } else {
        close.run();
      }
    });
    return cancel;
  }

  private Button add(Runnable close) {
    Button add = Buttons.primary("many-members-add", texts.of("tagsets.addMany.do", 0));
    add.textProperty()
        .bind(
            model
                .gatheredProperty()
                .map(found -> texts.of("tagsets.addMany.do", found.fresh().size())));
    add.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.busyProperty().get() || model.gatheredProperty().get().fresh().isEmpty(),
                model.busyProperty(),
                model.gatheredProperty()));
    add.setOnAction(_ -> model.add(close));
    return add;
  }
}
