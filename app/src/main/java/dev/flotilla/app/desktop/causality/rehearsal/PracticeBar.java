package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.app.rehearsal.Practice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with all machines at once: time, mending, the way back, and a morning to watch.
final class PracticeBar extends HBox {
  private final RehearsalViewModel model;
  private final Texts texts;

  /// Whose texts are left out where there is little room; their icons and names stay.
  private final List<ButtonBase> shrinking = new ArrayList<>();

  private final Label machinesName;

  PracticeBar(RehearsalViewModel model, Tutorial tutorial, Desk desk) {
    super(Space.SMALL);
    this.model = model;
    this.texts = desk.texts();
    this.machinesName = Labels.of(texts.of("rehearsal.machines.name"), "field-label");
    setMinWidth(0);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("practice-bar");
    Label time = Labels.of("", "practice-time");
    time.setGraphic(Icons.of(Feather.CLOCK));
    Button hour = button("rehearsal-hour", "rehearsal.hour", Feather.FAST_FORWARD);
    hour.setOnAction(_ -> model.perform(new Act.Pass(RehearsalViewModel.HOUR)));
    Button mend = button("rehearsal-mend", "rehearsal.mendAll", Feather.LINK);
    mend.setOnAction(_ -> model.perform(new Act.Mend()));
    Button undo = button("rehearsal-undo", "rehearsal.undo", Feather.CORNER_UP_LEFT);
    undo.setOnAction(_ -> model.undo());
    Button restart = button("rehearsal-restart", "rehearsal.restart", Feather.ROTATE_CCW);
    restart.setOnAction(_ -> {
      tutorial.leave();
      model.restart(model.sceneProperty().get().cards().size());
    });
    getChildren()
        .addAll(time, hour, mend, undo, restart, Regions.spring(), machines(tutorial), play());
    getChildren().addAll(speeds(), course(tutorial));
    shrinking.addAll(List.of(hour, mend, undo, restart));
    widthProperty().subscribe(_ -> shrink());
    Regions.shownWhile(this, tutorial.progressProperty().isNull());
    model
        .sceneProperty()
        .subscribe(scene -> {
          time.setText(desk.moments().timeOfDay(scene.now()));
          mend.setDisable(scene.line().cuts().isEmpty());
          undo.setDisable(scene.steps() == 0);
        });
  }

  /// Leaves texts out if they do not all fit.
  private void shrink() {
    if (getWidth() > 0) {
      show(ContentDisplay.LEFT);
      if (prefWidth(-1) > getWidth()) {
        show(ContentDisplay.GRAPHIC_ONLY);
      }
    }
  }

  private void show(ContentDisplay display) {
    boolean isWhole = display == ContentDisplay.LEFT;
    shrinking.forEach(button -> button.setContentDisplay(display));
    machinesName.setVisible(isWhole);
    machinesName.setManaged(isWhole);
  }

  private Button button(String id, String words, Feather icon) {
    Button button = Buttons.plain(id, texts.of(words), icon);
    button.getStyleClass().add("compact");
    button.setTooltip(new Tooltip(button.getText()));
    return button;
  }

  private Node machines(Tutorial tutorial) {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    row.setAlignment(Pos.CENTER);
    for (int count = Practice.MACHINES_MIN; count <= Practice.MACHINES_MAX; count++) {
      int machines = count;
      ToggleButton one = segment("rehearsal-machines-" + count, String.valueOf(count), group);
      one.setAccessibleText(texts.of("rehearsal.machines", (long) count));
      model.sceneProperty().subscribe(scene -> one.setSelected(scene.cards().size() == machines));
      one.setOnAction(_ -> {
        tutorial.leave();
        model.restart(machines);
        one.setSelected(true);
      });
      row.getChildren().add(one);
    }
    HBox all = new HBox(Space.SMALL, machinesName, row);
    all.setAlignment(Pos.CENTER_LEFT);
    return all;
  }

  private Node play() {
    Button play = button("rehearsal-play", "rehearsal.play", Feather.PLAY);
    shrinking.add(play);
    play.setOnAction(_ -> {
      if (model.playingProperty().get()) {
        model.stop();
      } else {
        model.play();
      }
    });
    model
        .playingProperty()
        .subscribe(isPlaying -> {
          play.setText(texts.of(isPlaying ? "rehearsal.stop" : "rehearsal.play"));
          play.setAccessibleText(play.getText());
          play.setTooltip(new Tooltip(play.getText()));
          play.setGraphic(Icons.of(isPlaying ? Feather.SQUARE : Feather.PLAY));
        });
    return play;
  }

  private Node speeds() {
    ToggleGroup group = new ToggleGroup();
    HBox row = new HBox();
    row.getStyleClass().add("segments");
    for (Speed speed : Speed.values()) {
      String id = speed.name().toLowerCase(Locale.ROOT);
      String words = texts.of("rehearsal.speed." + id);
      ToggleButton one = segment("rehearsal-speed-" + id, words, group);
      one.setAccessibleText(texts.of("rehearsal.speed", words));
      model.speedProperty().subscribe(now -> one.setSelected(now == speed));
      one.setOnAction(_ -> {
        one.setSelected(true);
        model.speedProperty().set(speed);
      });
      row.getChildren().add(one);
    }
    return Regions.shownWhile(row, model.playingProperty());
  }

  private static ToggleButton segment(String id, String text, ToggleGroup group) {
    ToggleButton one = new ToggleButton(text);
    one.setId(id);
    one.getStyleClass().setAll("segment");
    one.setToggleGroup(group);
    return one;
  }

  private Node course(Tutorial tutorial) {
    Button course = Buttons.primary("rehearsal-course", texts.of("rehearsal.course"));
    course.getStyleClass().add("compact");
    course.setOnAction(_ -> tutorial.start());
    return course;
  }
}
