package dev.flotilla.app.desktop.form;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Says that somebody changed a field while it was being typed into, shows both texts, and offers
/// what can be done. It takes neither the keyboard nor the draft.
final class OvertakenView extends VBox {
  /// A longer text is cut: the field shows the own one whole, and taking the other shows that.
  private static final int SHOWN_MAX = 240;

  OvertakenView(String id, FieldModel<?> model, Texts texts) {
    super(Space.SMALL);
    setId(id + "-overtaken");
    getStyleClass().addAll("notice", "notice-warning", "overtaken");
    Label who = Labels.wrapped("", "notice-text");
    who.textProperty()
        .bind(
            model
                .overtakenByProperty()
                .map(by ->
                    by.isEmpty()
                        ? texts.of("field.overtaken")
                        : texts.of("field.overtakenBy", by)));
    HBox head = new HBox(Space.SMALL, Icons.of(Feather.ALERT_TRIANGLE), who);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(who, Priority.ALWAYS);
    Button take = Buttons.plain(id + "-take-theirs", texts.of("field.takeTheirs"));
    take.setOnAction(_ -> model.revert());
    Button keep = Buttons.plain(id + "-keep-mine", texts.of("field.keepMine"));
    keep.setOnAction(_ -> model.keepMine());
    Button both = Buttons.quiet(id + "-keep-both", texts.of("field.keepBoth"));
    both.setOnAction(_ -> model.commit());
    FlowPane actions = new FlowPane(Space.SMALL, Space.SMALL, take, keep, both);
    getChildren()
        .addAll(
            head,
            side(texts.of("field.theirs"), model.theirsProperty().map(OvertakenView::shortened)),
            side(texts.of("field.mine"), model.draftProperty().map(OvertakenView::shortened)),
            actions);
    Regions.shownWhile(this, model.overtakenProperty());
  }

  private static Node side(String name, ObservableValue<String> text) {
    Label label = Labels.of(name, "small", "overtaken-side");
    Label value = Labels.wrapped("", "small", "overtaken-text");
    value.textProperty().bind(text);
    value.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(Space.SMALL, label, value);
    HBox.setHgrow(value, Priority.ALWAYS);
    return row;
  }

  private static String shortened(String text) {
    if (text.isEmpty()) {
      return "–";
    }
    return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
  }
}
