package dev.flotilla.app.desktop.undo;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Dialog;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Notice;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.session.UndoPreview;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows what others built on a step before it is taken back.
final class PreviewDialog {
  /// More lines are counted, not shown.
  private static final int SHOWN = 6;

  private final WorkspaceModel model;
  private final Texts texts;
  private final PreviewWords words;
  private final Frame frame;

  PreviewDialog(WorkspaceModel model, Texts texts, PreviewWords words, Frame frame) {
    this.model = model;
    this.texts = texts;
    this.words = words;
    this.frame = frame;
  }

  void show(UndoPreview preview) {
    List<Node> content = new ArrayList<>();
    if (!preview.isAnythingLeft()) {
      content.add(new Notice(Notice.Tone.NEUTRAL, texts.of("undo.preview.nothingLeft")));
    } else if (!preview.goes().isEmpty()) {
      content.add(new Notice(Notice.Tone.WARNING, texts.of("undo.preview.goesHint")));
    }
    if (!preview.goes().isEmpty()) {
      content.add(part("undo.preview.goes", words.lines(preview.goes())));
    }
    if (!preview.stays().isEmpty()) {
      content.add(part("undo.preview.stays", words.lines(preview.stays())));
    }
    if (!preview.lands().isEmpty()) {
      content.add(part("undo.preview.lands", words.landings(preview.lands())));
    }
    Button run = Buttons.primary("undo-preview-run", words.action(preview));
    run.setDefaultButton(true);
    run.setOnAction(_ -> {
      frame.closeDialog();
      model.turn(preview);
    });
    Button cancel = Buttons.plain("undo-preview-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> frame.closeDialog());
    Dialog dialog =
        new Dialog(
                "undo-preview", words.title(preview), texts.of("dialog.close"), frame::closeDialog)
            .content(content.toArray(Node[]::new))
            .buttons(cancel, run);
    dialog.getStyleClass().add("dialog-medium");
    frame.show(dialog, run);
  }

  private Node part(String title, List<BuiltLine> lines) {
    VBox rows = new VBox();
    rows.getStyleClass().add("built-lines");
    lines.stream().limit(SHOWN).forEach(line -> rows.getChildren().add(row(line)));
    if (lines.size() > SHOWN) {
      Label more = Labels.of(texts.of("undo.preview.more", lines.size() - SHOWN), "small", "faint");
      more.getStyleClass().add("built-line");
      rows.getChildren().add(more);
    }
    return new VBox(Space.SMALL, Labels.of(texts.of(title), "section-title"), rows);
  }

  private static Node row(BuiltLine line) {
    Label entity = Labels.of(line.entity(), "mono-strong");
    entity.setMinWidth(0);
    Label what = Labels.of(line.what(), "small", "soft");
    what.setMinWidth(0);
    Label who = Labels.of(line.who(), "small");
    who.setMinWidth(Label.USE_PREF_SIZE);
    Label when = Labels.of(line.when(), "small", "faint");
    when.setMinWidth(Label.USE_PREF_SIZE);
    HBox row = new HBox(Space.SMALL, entity, what, Regions.spring());
    if (!line.device().isEmpty()) {
      row.getChildren().addAll(new Avatar(line.device()), who, when);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("built-line");
    return row;
  }
}
