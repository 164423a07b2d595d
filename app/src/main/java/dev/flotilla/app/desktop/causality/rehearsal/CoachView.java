package dev.flotilla.app.desktop.causality.rehearsal;

import dev.flotilla.app.desktop.causality.rehearsal.Tutorial.Progress;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.control.Regions;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the course asks for now, and once it was done, what is to be seen. Takes no room while the
/// course does not run.
final class CoachView extends HBox {
  private static final double STEPS_WIDTH = 152;

  private final Tutorial tutorial;
  private final Texts texts;
  private final Consumer<String> onFind;
  private final Runnable onEnd;

  /// @param onFind gives the keyboard to the control with this id
  /// @param onEnd shows what really happened in the window's own workspace
  CoachView(Tutorial tutorial, Texts texts, Consumer<String> onFind, Runnable onEnd) {
    super(Space.WIDE);
    this.tutorial = tutorial;
    this.texts = texts;
    this.onFind = onFind;
    this.onEnd = onEnd;
    setId("rehearsal-coach");
    getStyleClass().add("coach");
    setAccessibleRole(AccessibleRole.PARENT);
    Regions.shownWhile(this, tutorial.progressProperty().isNotNull());
    tutorial.progressProperty().subscribe(this::show);
  }

  private void show(@Nullable Progress now) {
    if (now == null) {
      getChildren().clear();
      return;
    }
    boolean isUsed = isInside(getScene() == null ? null : getScene().getFocusOwner());
    VBox middle = new VBox(Space.TIGHT, title(now));
    HBox.setHgrow(middle, Priority.ALWAYS);
    middle.getChildren().add(now.isDone() ? done(now) : text(now));
    if (!now.hint().isEmpty()) {
      middle.getChildren().add(hint(now.hint()));
    }
    Button leave = Buttons.icon("coach-leave", Feather.X, texts.of("rehearsal.course.leave"));
    leave.setOnAction(_ -> tutorial.leave());
    HBox buttons = buttons(now);
    buttons.getChildren().add(leave);
    getChildren().setAll(steps(now), middle, buttons);
    if (isUsed) {
      // The button that had the keyboard is gone.
      lookup(now.isDone() ? "#coach-next" : "#coach-find").requestFocus();
    }
  }

  private boolean isInside(@Nullable Node node) {
    Node at = node;
    while (at != null && at != this) {
      at = at.getParent();
    }
    return at != null;
  }

  private Node steps(Progress now) {
    String where =
        texts.of("rehearsal.course.step", (long) now.lesson().number(), (long) Lesson.ALL.size());
    VBox steps = new VBox(Space.SMALL, Labels.of(where, "overline"), bars(now));
    steps.setMinWidth(STEPS_WIDTH);
    steps.setPrefWidth(STEPS_WIDTH);
    steps.getStyleClass().add("coach-steps");
    return steps;
  }

  /// One bar for each step; what was learnt is filled. The words above say the same.
  private static Node bars(Progress now) {
    HBox bars = new HBox(Space.TIGHT);
    bars.setAlignment(Pos.CENTER_LEFT);
    for (Lesson lesson : Lesson.ALL) {
      Region bar = new Region();
      boolean isPast =
          lesson.compareTo(now.lesson()) < 0 || (lesson == now.lesson() && now.isDone());
      bar.getStyleClass().addAll("coach-bar", isPast ? "past" : "open");
      if (lesson == now.lesson()) {
        bar.getStyleClass().add("current");
      }
      HBox.setHgrow(bar, Priority.ALWAYS);
      bars.getChildren().add(bar);
    }
    return bars;
  }

  private Label title(Progress now) {
    Label title = Labels.wrapped(texts.of("lesson." + now.lesson().id()), "coach-title");
    title.setId("coach-title");
    return title;
  }

  private Label text(Progress now) {
    String words = "lesson." + now.lesson().id() + ".text";
    Label text = Labels.wrapped(texts.of(words, (long) now.found(), (long) now.wanted()));
    text.setId("coach-text");
    return text;
  }

  private Node done(Progress now) {
    Label text = Labels.wrapped(texts.of("lesson." + now.lesson().id() + ".done"));
    text.setId("coach-done");
    return beside(Feather.CHECK_CIRCLE, "icon-success", text);
  }

  private static Node hint(String sentence) {
    Label text = Labels.wrapped(sentence);
    text.setId("coach-hint");
    return beside(Feather.INFO, "icon-warning", text);
  }

  private static Node beside(Feather icon, String tone, Label text) {
    HBox.setHgrow(text, Priority.ALWAYS);
    return new HBox(Space.SMALL, Icons.of(icon, tone), text);
  }

  private HBox buttons(Progress now) {
    HBox row = new HBox(Space.SMALL);
    row.setAlignment(Pos.TOP_RIGHT);
    row.setMinWidth(USE_PREF_SIZE);
    if (now.isDone()) {
      row.getChildren().addAll(onwards(now.lesson()));
      return row;
    }
    Button find = Buttons.plain("coach-find", texts.of("rehearsal.course.find"));
    find.setOnAction(_ -> onFind.accept(tutorial.target(now.lesson())));
    Button demonstrate = Buttons.plain("coach-show", texts.of("rehearsal.course.show"));
    demonstrate.setOnAction(_ -> tutorial.demonstrate());
    Button again =
        Buttons.icon("coach-again", Feather.ROTATE_CCW, texts.of("rehearsal.course.again"));
    again.setOnAction(_ -> tutorial.again());
    row.getChildren().addAll(find, demonstrate, again);
    return row;
  }

  private List<Node> onwards(Lesson lesson) {
    String words = lesson.isLast() ? "rehearsal.course.go" : "rehearsal.course.next";
    Button next = Buttons.primary("coach-next", texts.of(words));
    next.setOnAction(_ -> tutorial.next());
    if (!lesson.isLast()) {
      return List.of(next);
    }
    Button own = Buttons.plain("coach-own", texts.of("rehearsal.course.own"));
    own.setOnAction(_ -> {
      tutorial.leave();
      onEnd.run();
    });
    return List.of(own, next);
  }
}
