package dev.flotilla.app.desktop.guide;

import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first steps above the page. Takes no room once they were ended.
public final class GuideView extends StackPane {
  private final GuideViewModel model;
  private final Texts texts;
  private final Wishes wishes;
  private final Label title = Labels.of("", "section-title");
  private final Label progress = Labels.of("", "small", "soft");
  private final Button finish;

  /// What the steps ask the window for.
  public interface Wishes {
    void newFlag();

    void importFile();

    void invite();

    /// Shows the course on who had seen what.
    void learn();
  }

  public GuideView(GuideViewModel model, Texts texts, Wishes wishes) {
    this.model = model;
    this.texts = texts;
    this.wishes = wishes;
    setId("guide");
    getStyleClass().add("guide-room");
    finish = Buttons.primary("guide-finish", texts.of("guide.finish"));
    finish.setOnAction(_ -> model.end());
    Regions.shownWhile(finish, model.completeProperty());
    Button close = Buttons.icon("guide-close", Feather.X, texts.of("guide.close"));
    close.setOnAction(_ -> model.end());
    Regions.shownWhile(close, model.completeProperty().not());
    Button course = Buttons.quiet("guide-course", texts.of("guide.course"));
    course.setOnAction(_ -> wishes.learn());
    HBox head = new HBox(Space.SMALL, title, progress, Regions.spring(), course, finish, close);
    head.setAlignment(Pos.CENTER_LEFT);
    StepsRow row = new StepsRow(texts, this::actions);
    VBox card = new VBox(Space.MEDIUM, head, row);
    card.getStyleClass().add("guide");
    getChildren().add(card);
    model
        .stepsProperty()
        .subscribe(steps -> {
          row.show(steps);
          showHead(steps);
        });
    Regions.shownWhile(this, model.shownProperty());
  }

  private void showHead(List<Step> steps) {
    boolean complete = steps.stream().allMatch(step -> step.state() == Step.State.DONE);
    title.setText(texts.of(complete ? "guide.complete" : "guide.title"));
    progress.setText(texts.of("guide.progress", (long) model.done(), (long) steps.size()));
  }

  private List<Node> actions(Step step) {
    return switch (step.id()) {
      case "flag" -> {
        Button create = Buttons.primary("guide-new-flag", texts.of("newFlag.button"));
        create.setOnAction(_ -> wishes.newFlag());
        Button importing = Buttons.quiet("guide-import", texts.of("import.button"));
        importing.setOnAction(_ -> wishes.importFile());
        yield List.of(create, importing);
      }
      case "invite" -> {
        Button invite = Buttons.primary("guide-invite", texts.of("invite.button"));
        invite.setOnAction(_ -> wishes.invite());
        yield List.of(invite);
      }
      default -> List.of();
    };
  }
}
