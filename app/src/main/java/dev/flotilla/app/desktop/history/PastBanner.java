package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.session.Past;
import dev.flotilla.app.desktop.session.TimeTravel;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says over the whole window that it shows the past, leads on through it, and back to now. While a
/// past is put together, it shows how far that is.
public final class PastBanner extends HBox {
  private static final double PROGRESS_WIDTH = 160;

  private final TimeTravel travel;
  private final Texts texts;
  private final Moments moments;
  private final ChangeWords words;
  private final Label when = Labels.of("", "past-when");
  private final Label what = Labels.of("", "past-what", "small");

  public PastBanner(WorkspaceModel model, Texts texts, Moments moments) {
    super(Space.MEDIUM);
    this.travel = model.timeTravel();
    this.texts = texts;
    this.moments = moments;
    this.words = new ChangeWords(texts, model::workspace);
    setId("past-banner");
    getStyleClass().add("past-banner");
    setAlignment(Pos.CENTER_LEFT);
    when.setId("past-when");
    VBox lines = new VBox(when, what);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    what.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.CLOCK), lines, progress(), steps(), leave());
    travel.pastProperty().subscribe(this::show);
    Regions.shownWhile(this, travel.pastProperty().isNotNull().or(travel.runningProperty()));
  }

  private void show(@Nullable Past past) {
    if (past == null) {
      when.setText(texts.of("past.going"));
      what.setText("");
      return;
    }
    when.setText(texts.of("past.when", moments.exact(past.change().time())));
    what.setText(texts.of("past.what", words.headline(past.change()), past.change().deviceName()));
    what.setTooltip(new Tooltip(what.getText()));
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setId("past-progress");
    bar.setAccessibleText(texts.of("past.going"));
    bar.setPrefWidth(PROGRESS_WIDTH);
    bar.progressProperty().bind(travel.progressProperty());
    Button cancel = Buttons.quiet("past-cancel", texts.of("dialog.cancel"));
    cancel.setOnAction(_ -> travel.cancel());
    HBox row = new HBox(Space.SMALL, bar, cancel);
    row.setAlignment(Pos.CENTER);
    return Regions.shownWhile(row, travel.runningProperty());
  }

  private Node steps() {
    Button older = Buttons.icon("past-older", Feather.CHEVRON_LEFT, texts.of("past.older"));
    older.setOnAction(_ -> travel.older());
    Button newer = Buttons.icon("past-newer", Feather.CHEVRON_RIGHT, texts.of("past.newer"));
    newer.setOnAction(_ -> travel.newer());
    HBox steps = new HBox(Space.TIGHT, older, newer);
    steps.setAlignment(Pos.CENTER);
    return Regions.shownWhile(
        steps, Bindings.and(travel.pastProperty().isNotNull(), travel.runningProperty().not()));
  }

  private Node leave() {
    Button leave = Buttons.primary("past-leave", texts.of("past.leave"));
    leave.setTooltip(new Tooltip(texts.of("past.leave.tooltip")));
    leave.setOnAction(_ -> travel.leave());
    return leave;
  }
}
