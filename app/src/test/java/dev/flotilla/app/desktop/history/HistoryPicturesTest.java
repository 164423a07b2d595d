package dev.flotilla.app.desktop.history;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static dev.flotilla.app.desktop.SketchWorkspace.CHEN;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.Pictures.Size;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import java.time.Duration;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws the history and the past of the made-up team.
@UiTest
class HistoryPicturesTest {
  private static final EntityId REDESIGN = EntityId.flag("checkout-redesign");

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theHistoryOfTheWorkspace() throws Exception {
    Pictures.draw("history", ThemeChoice.LIGHT, team(), WorkspaceWindow::showHistory);
    Pictures.draw("history-dark", ThemeChoice.DARK, team(), WorkspaceWindow::showHistory);
    Pictures.draw(
        "history-large", ThemeChoice.LIGHT, Size.LARGE, team(), WorkspaceWindow::showHistory);
  }

  @Test
  void thePast() throws Exception {
    SketchWorkspace team = team();
    Pictures.draw(
        "past", ThemeChoice.LIGHT, team, window -> window.model().timeTravel().go(third(team)));
    Pictures.draw(
        "past-dark", ThemeChoice.DARK, team, window -> window.model().timeTravel().go(third(team)));
  }

  @Test
  void theHistoryOfAFlag() throws Exception {
    Pictures.draw("flag-history", ThemeChoice.LIGHT, team(), HistoryPicturesTest::ofFlag);
    Pictures.draw("flag-page-history", ThemeChoice.LIGHT, team(), HistoryPicturesTest::onPage);
    Pictures.draw("flag-history-dark", ThemeChoice.DARK, team(), HistoryPicturesTest::ofFlag);
  }

  @Test
  void restoringShowsWhatItDoes() throws Exception {
    Pictures.draw("restore", ThemeChoice.LIGHT, team(), HistoryPicturesTest::restoring);
    Pictures.draw("restore-dark", ThemeChoice.DARK, team(), HistoryPicturesTest::restoring);
  }

  @Test
  void thePeersBesideTheHistoryLeaveItRoom() throws Exception {
    Pictures.draw(
        "history-narrow",
        ThemeChoice.LIGHT,
        team(),
        window -> {
          window.showHistory();
          window.showPeers();
        });
  }

  @Test
  void aWorkspaceThatJustBegan() throws Exception {
    Pictures.draw(
        "history-empty",
        ThemeChoice.LIGHT,
        new SketchWorkspace("Checkout"),
        WorkspaceWindow::showHistory);
  }

  private static void ofFlag(WorkspaceWindow window) {
    window.openFlag("checkout-redesign");
    window.showFlagHistory();
  }

  private static void onPage(WorkspaceWindow window) {
    window.editFlag("checkout-redesign");
    ((ToggleButton) window.lookup("#page-tab-history")).fire();
  }

  private static void restoring(WorkspaceWindow window) {
    window.showHistory();
    ListView<?> list = (ListView<?>) window.lookup("#history-list");
    list.getSelectionModel().select(7);
    window.commands().run("history-restore");
  }

  static LogEntry third(SketchWorkspace team) {
    return team.history().page(LogQuery.newest(4)).entries().getLast();
  }

  /// Things that were said about changes, and one with much in it.
  static SketchWorkspace team() {
    SketchWorkspace team = CheckoutTeam.typical();
    team.ago(Duration.ofHours(26))
        .because(
            "Weights from the search team’s test in week 46",
            BEN,
            set(
                EntityId.flag("search.ranking"),
                FieldNames.variant("fresh"),
                new Value.Json("{\"title\":1,\"popularity\":0.25,\"age\":0.55}")));
    team.ago(Duration.ofMinutes(31))
        .because(
            "The queue is full: nobody new until it is not",
            CHEN,
            set(EntityId.flag("payment.retry-limit"), FieldNames.variant("careful"), number(1)));
    team.ago(Duration.ofMinutes(3))
        .because(
            "December is here: the redesign for everybody",
            ANA,
            set(
                REDESIGN,
                FieldNames.DESCRIPTION,
                Value.of("The one-page checkout. Was for December, stays for good.")),
            set(REDESIGN, FieldNames.OWNER, Value.of("shop@example.org")),
            set(REDESIGN, FieldNames.defaultVariant("production"), Value.of("off")),
            set(REDESIGN, FieldNames.metadata("ticket"), Value.absent()),
            Edit.tag("checkout-redesign", "2027.1"),
            Edit.untag("checkout-redesign", "2026.4"),
            set(EntityId.flag("payment.stop"), FieldNames.OWNER, Value.of("on-call@example.org")));
    return team;
  }

  private static Value number(long value) {
    return Value.Number.of(value);
  }

  private static Edit set(EntityId entity, String field, Value value) {
    return new Edit.SetField(entity, field, value);
  }
}
