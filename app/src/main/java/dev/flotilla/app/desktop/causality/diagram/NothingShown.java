package dev.flotilla.app.desktop.causality.diagram;

import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.model.DiagramModel;
import dev.flotilla.app.desktop.control.Buttons;
import dev.flotilla.app.desktop.control.EmptyState;
import dev.flotilla.app.desktop.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What stands in place of a diagram without any change: nobody has made one, or what it is
/// narrowed to leaves none. Nothing at all while it is read.
///
/// Thread: FX.
final class NothingShown extends StackPane {
  private final DiagramModel shown;
  private final CausalityModel model;
  private final Texts texts;
  private final Runnable course;

  /// Kept, since what it follows does not keep it.
  private final ObjectBinding<State> state;

  /// @param course shows the course that explains diagrams
  NothingShown(DiagramModel shown, CausalityModel model, Texts texts, Runnable course) {
    this.shown = shown;
    this.model = model;
    this.texts = texts;
    this.course = course;
    setId("diagram-empty");
    visibleProperty()
        .bind(shown.spaceTimeProperty().map(now -> now.marks().isEmpty()).orElse(true));
    this.state =
        Bindings.createObjectBinding(
            this::state,
            shown.spaceTimeProperty(),
            shown.busyProperty(),
            model.historyProperty(),
            model.loadingProperty(),
            model.problemProperty());
    state.subscribe(this::show);
  }

  private enum State {
    /// It is being read, or cannot be.
    UNKNOWN,
    NOBODY,
    NARROWED,
    SHOWN
  }

  private State state() {
    SpaceTime now = shown.spaceTimeProperty().get();
    if (!now.marks().isEmpty()) {
      return State.SHOWN;
    }
    if (now.history().size() > 0) {
      return State.NARROWED;
    }
    if (!model.problemProperty().get().isEmpty()) {
      return State.UNKNOWN;
    }
    boolean isComing = model.historyProperty().get().size() > 0 || model.loadingProperty().get();
    return isComing || shown.busyProperty().get() ? State.UNKNOWN : State.NOBODY;
  }

  private void show(State state) {
    switch (state) {
      case UNKNOWN, SHOWN -> getChildren().clear();
      case NOBODY -> {
        Button button = Buttons.plain("diagram-course", texts.of("diagram.empty.course"));
        button.setOnAction(_ -> course.run());
        getChildren()
            .setAll(
                new EmptyState(
                    Feather.GIT_BRANCH,
                    texts.of("diagram.empty.title"),
                    texts.of("diagram.empty.text"),
                    button));
      }
      case NARROWED -> {
        Button all = Buttons.plain("diagram-show-all", texts.of("diagram.none.all"));
        all.setOnAction(_ -> shown.clear());
        long size = shown.spaceTimeProperty().get().history().size();
        getChildren()
            .setAll(
                new EmptyState(
                    Feather.FILTER,
                    texts.of("diagram.none.title"),
                    texts.of("diagram.none.text", size),
                    all));
      }
    }
  }
}
