package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.control.FormField;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A question in one line, "What if … and … met?", and the answer below it.
final class MergeView extends BorderPane {
  private static final double CHOICE_WIDTH = 280;
  private static final double BAR_WIDTH = 160;

  private final MergeViewModel model;
  private final Texts texts;
  private final ComboBox<Cut> one;

  MergeView(MergeViewModel model, Texts texts, Frame frame) {
    this.model = model;
    this.texts = texts;
    setId("merge");
    getStyleClass().add("merge");
    setMinWidth(0);
    one = choice("merge-one", texts.of("merge.one"), model.oneProperty());
    setTop(head());
    ScrollPane scroll = new ScrollPane();
    scroll.setId("merge-scroll");
    scroll.setAccessibleText(texts.of("merge.answer"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    EmptyState empty =
        new EmptyState(Feather.USERS, texts.of("merge.empty.title"), texts.of("merge.empty.text"));
    empty.setId("merge-empty");
    Regions.shownWhile(empty, model.otherProperty().isNull());
    Regions.shownWhile(scroll, model.meetingProperty().isNotNull());
    model
        .meetingProperty()
        .subscribe(meeting -> {
          if (meeting != null) {
            scroll.setContent(new MeetingView(meeting, texts, frame));
          }
        });
    setCenter(new StackPane(scroll, empty));
  }

  void focusFirst() {
    one.requestFocus();
  }

  private Node head() {
    FlowPane question =
        new FlowPane(
            Space.SMALL,
            Space.SMALL,
            Labels.of(texts.of("merge.whatIf"), "strong"),
            one,
            Labels.of(texts.of("merge.and"), "strong"),
            choice("merge-other", texts.of("merge.other"), model.otherProperty()),
            Labels.of(texts.of("merge.met"), "strong"),
            backup());
    question.setAlignment(Pos.CENTER_LEFT);
    FlowPane presets = new FlowPane(Space.SMALL, Space.SMALL);
    presets.setAlignment(Pos.CENTER_LEFT);
    model.away().addListener((ListChangeListener<Cut>) _ -> presets(presets));
    presets(presets);
    Regions.shownWhile(presets, Bindings.isNotEmpty(model.away()));
    VBox head =
        new VBox(
            Space.MEDIUM,
            question,
            presets,
            Labels.wrapped(texts.of("merge.hint"), "small", "faint"),
            working(),
            FormField.errorLabel("merge-problem", model.problemProperty()));
    head.getStyleClass().add("merge-head");
    return Regions.shownWhile(head, Bindings.size(model.choices()).greaterThan(1));
  }

  private Button backup() {
    Button backup = Buttons.quiet("merge-backup", texts.of("merge.backup"));
    backup.setTooltip(new Tooltip(texts.of("merge.backup.tooltip")));
    backup.setOnAction(_ -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(texts.of("merge.backup"));
      File file = chooser.showOpenDialog(getScene().getWindow());
      if (file != null) {
        model.meetBackup(file.toPath());
      }
    });
    return backup;
  }

  private void presets(FlowPane presets) {
    presets.getChildren().clear();
    for (Cut machine : model.away()) {
      Button button =
          Buttons.plain(
              "merge-back-" + presets.getChildren().size(),
              texts.of("merge.comesBack", machine.name()),
              Feather.CORNER_DOWN_LEFT);
      button.getStyleClass().add("compact");
      button.setOnAction(_ -> model.comesBack(machine));
      presets.getChildren().add(button);
    }
  }

  private Node working() {
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(BAR_WIDTH);
    bar.setAccessibleText(texts.of("merge.working"));
    bar.progressProperty().bind(model.progressProperty());
    Label words = Labels.of(texts.of("merge.working"), "small", "soft");
    Button stop = Buttons.quiet("merge-stop", texts.of("history.stop"));
    stop.setOnAction(_ -> model.cancel());
    HBox row = new HBox(Space.SMALL, bar, words, stop);
    row.setAlignment(Pos.CENTER_LEFT);
    return Regions.shownWhile(row, model.busyProperty());
  }

  private ComboBox<Cut> choice(String id, String name, ObjectProperty<@Nullable Cut> chosen) {
    ComboBox<Cut> combo = new ComboBox<>(model.choices());
    combo.setId(id);
    combo.setAccessibleText(name);
    combo.setPrefWidth(CHOICE_WIDTH);
    combo.setConverter(new Names());
    // Not bound both ways: while the choices are renewed, a combo box chooses nothing for a moment.
    chosen.subscribe(combo::setValue);
    combo.setOnAction(_ -> {
      Cut value = combo.getValue();
      if (value != null && !value.equals(chosen.get())) {
        chosen.set(value);
      }
    });
    return combo;
  }

  private static final class Names extends StringConverter<Cut> {
    @Override
    public String toString(@Nullable Cut cut) {
      return cut == null ? "" : cut.label();
    }

    @Override
    public Cut fromString(String string) {
      throw new UnsupportedOperationException("states are not typed: " + string);
    }
  }
}
