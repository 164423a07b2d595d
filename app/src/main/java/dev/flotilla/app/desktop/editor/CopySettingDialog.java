package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.editor.CopySettingForm.Line;
import dev.flotilla.app.desktop.editor.CopySettingForm.Preview;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks what of a flag is copied where, and shows what that would change.
final class CopySettingDialog {
  private static final double PREVIEW_HEIGHT = 208;
  private static final double NAME_WIDTH = 72;

  private final CopySettingForm form;
  private final Texts texts;
  private final ComboBox<String> from = new ComboBox<>();
  private final VBox preview = new VBox(Space.MEDIUM);

  CopySettingDialog(CopySettingForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
  }

  Dialog build(Runnable onClose) {
    Runnable close =
        () -> {
          form.close();
          onClose.run();
        };
    from.setId("copy-from");
    from.setMaxWidth(Double.MAX_VALUE);
    from.getItems().setAll(form.environments());
    from.valueProperty().bindBidirectional(form.fromProperty());
    Button copy = Buttons.primary("copy-start", texts.of("flagpage.copy.start", 0));
    copy.setOnAction(_ -> {
      form.copy();
      close.run();
    });
    Button cancel = Buttons.plain("copy-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> close.run());
    form.previewProperty()
        .subscribe(previews -> {
          int lines = previews.stream().mapToInt(one -> one.lines().size()).sum();
          copy.setText(texts.of("flagpage.copy.start", lines));
          copy.setAccessibleText(copy.getText());
          copy.setDisable(lines == 0);
          show(previews);
        });
    preview.setId("copy-preview");
    ScrollPane scroll = new ScrollPane(preview);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setPrefHeight(PREVIEW_HEIGHT);
    scroll.setMinHeight(PREVIEW_HEIGHT);
    scroll.getStyleClass().add("copy-preview");
    Dialog dialog =
        new Dialog(
                "copy-dialog",
                texts.of("flagpage.copy.title.of", form.flag()),
                texts.of("dialog.close"),
                close)
            .content(
                new FormField(texts.of("flagpage.copy.from"), from),
                new FormField(texts.of("flagpage.copy.to"), targets()),
                new FormField(texts.of("flagpage.copy.what"), aspects()),
                new FormField(texts.of("flagpage.copy.preview"), scroll))
            .buttons(cancel, copy);
    dialog.getStyleClass().add("dialog-medium");
    return dialog;
  }

  Node firstField() {
    return from;
  }

  private Node targets() {
    FlowPane boxes = new FlowPane(Space.LARGE, Space.SMALL);
    for (String environment : form.environments()) {
      CheckBox box = box("copy-to-" + environment, environment);
      box.selectedProperty().bindBidirectional(form.toProperty(environment));
      // Onto itself nothing can be copied.
      Regions.shownWhile(box, form.fromProperty().isNotEqualTo(environment));
      boxes.getChildren().add(box);
    }
    return boxes;
  }

  private Node aspects() {
    FlowPane boxes = new FlowPane(Space.LARGE, Space.SMALL);
    for (Aspect aspect : Aspect.values()) {
      CheckBox box = box("copy-" + aspect.id(), new SettingWords(texts).name(aspect));
      box.selectedProperty().bindBidirectional(form.aspectProperty(aspect));
      boxes.getChildren().add(box);
    }
    return boxes;
  }

  private static CheckBox box(String id, String name) {
    CheckBox box = new CheckBox(name);
    box.setId(id);
    box.setAccessibleText(name);
    return box;
  }

  private void show(List<Preview> previews) {
    preview
        .getChildren()
        .setAll(
            previews.isEmpty()
                ? List.of(Labels.wrapped(texts.of("flagpage.copy.nothing"), "faint"))
                : previews.stream().map(this::environment).toList());
  }

  private Node environment(Preview one) {
    HBox head = new HBox(Space.SMALL, Labels.of(one.environment(), "medium"));
    head.setAlignment(Pos.CENTER_LEFT);
    if (one.isProtected()) {
      head.getChildren()
          .addAll(
              Icons.of(Feather.LOCK),
              Labels.of(texts.of("environment.protected"), "small", "soft"));
    }
    VBox box = new VBox(Space.TIGHT, head);
    one.lines()
        .forEach(line -> {
          box.getChildren().add(line(line));
          line.details().forEach(detail -> box.getChildren().add(detail(detail)));
        });
    return box;
  }

  private static Node detail(String text) {
    Label detail = Labels.of(text, "small", "soft");
    detail.setTooltip(new Tooltip(text));
    detail.setMinWidth(0);
    detail.setPadding(new Insets(0, 0, 0, NAME_WIDTH + Space.SMALL));
    return detail;
  }

  private static Node line(Line line) {
    Label name = Labels.of(line.name(), "small", "soft");
    name.setMinWidth(NAME_WIDTH);
    Label before = Labels.of(line.before(), "small");
    Label after = Labels.of(line.after(), "small", "medium");
    HBox row = new HBox(Space.SMALL, name, before, Icons.of(Feather.ARROW_RIGHT), after);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
