package dev.flotilla.app.desktop.causality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.causality.canvas.SpaceTimeView;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.EntityId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The list of changes, the flag and the diagram lead to each other.
@UiTest
class LinksTest {
  private static final String LIMIT = "payment.retry-limit";

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theHistoryOfAFlagLeadsIntoTheDiagramOfThatFlagAndBack() throws Exception {
    inWindow(window -> {
      window.openFlag(LIMIT);
      window.showFlagHistory();
      press(window, "#history-diagram");

      assertThat(shown(window)).isNotEmpty().allMatch(event -> event.isAbout(EntityId.flag(LIMIT)));

      Event event = named(window, "The line was stopped");
      diagram(window).selectedProperty().set(event.ref());
      press(window, "#detail-history");

      assertThat(((Label) window.lookup("#change-title")).getText()).isEqualTo(event.message());
    });
  }

  @Test
  void aChangeOfTheListIsShownInTheDiagramWhateverHidesItThere() throws Exception {
    inWindow(window -> {
      window.showCausality();
      ((TextField) window.lookup("#diagram-search")).setText("biometric");
      window.showHistory();
      layOut(window);
      ((TextField) window.lookup("#history-search")).setText("the line was");
      layOut(window);
      press(window, "#history-diagram");

      SpaceTime now = diagram(window).diagramProperty().get();
      Event event = named(window, "The line was stopped");
      int place = now.mark(now.history().find(event.ref()).getAsInt());
      Mark mark = now.marks().get(place);
      assertThat(mark.isRun()).isFalse();
      assertThat(diagram(window).selectedProperty().get()).isEqualTo(event.ref());
    });
  }

  @Test
  void whatIsSelectedInTheDiagramIsSelectedInTheList() throws Exception {
    inWindow(window -> {
      window.showHistory();
      layOut(window);
      window.showCausality();
      layOut(window);
      diagram(window).selectedProperty().set(named(window, "Ticket CHK-1182").ref());
      window.showHistory();
      layOut(window);

      assertThat(((Label) window.lookup("#change-title")).getText()).isEqualTo("Ticket CHK-1182");
    });
  }

  @Test
  void aSelectedChangeOfAFlagOpensTheFlag() throws Exception {
    inWindow(window -> {
      window.showCausality();
      layOut(window);
      diagram(window).selectedProperty().set(named(window, "Ticket CHK-1182").ref());
      press(window, "#detail-open");

      assertThat(window.lookup("#flag-page")).isNotNull();
    });
  }

  private static Event named(WorkspaceWindow window, String message) {
    return diagram(window).diagramProperty().get().history().events().stream()
        .filter(event -> event.message().equals(message))
        .findFirst()
        .orElseThrow();
  }

  private static List<Event> shown(WorkspaceWindow window) {
    SpaceTime now = diagram(window).diagramProperty().get();
    return now.history().events().stream()
        .filter(event -> now.mark(now.history().find(event.ref()).getAsInt()) >= 0)
        .toList();
  }

  private static SpaceTimeView diagram(WorkspaceWindow window) {
    return (SpaceTimeView) window.lookup("#diagram-view");
  }

  private static void press(WorkspaceWindow window, String button) {
    layOut(window);
    ((ButtonBase) window.lookup(button)).fire();
    layOut(window);
  }

  private static void layOut(WorkspaceWindow window) {
    window.applyCss();
    window.layout();
  }

  private static void inWindow(Consumer<WorkspaceWindow> what) throws Exception {
    UiTest.Fx.get(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(
              Sketches.model(ApartTeam.typical()), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        var dressed = theme.dress(scene);
        layOut(window);
        what.accept(window);
        dressed.unsubscribe();
        return window;
      }
    });
  }
}
