package dev.flotilla.app.desktop.causality.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws what merged by itself.
@UiTest
class JournalPicturesTest {
  private static final EntityId REDESIGN = EntityId.flag("checkout-redesign");

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void whatMergedByItself() throws Exception {
    SketchWorkspace team = SketchWorkspace.of(aLongerMorning());
    Pictures.draw("journal", ThemeChoice.LIGHT, team, JournalPicturesTest::open);
    Pictures.draw("journal-dark", ThemeChoice.DARK, team, JournalPicturesTest::open);
  }

  @Test
  void muchAndNothing() throws Exception {
    Pictures.draw(
        "journal-crowded", ThemeChoice.LIGHT, ApartTeam.crowded(1_500), JournalPicturesTest::open);
    Pictures.draw(
        "journal-empty",
        ThemeChoice.LIGHT,
        SketchWorkspace.alone("Checkout"),
        JournalPicturesTest::open);
  }

  private static void open(WorkspaceWindow window) {
    window.showInbox();
    ((ButtonBase) window.lookup("#inbox-tab-journal")).fire();
  }

  /// Two are cut apart again: both tag, both say the same, both count.
  private static RehearsalFleet aLongerMorning() {
    RehearsalFleet fleet = ApartTeam.morning();
    fleet.heal();
    edit(fleet, ApartTeam.ANA, "", new Edit.CreateCounter("scanner.restarts", ""));
    fleet.cut(1, ApartTeam.LINE, ApartTeam.STUDIO);
    edit(fleet, ApartTeam.BEN, "Ticket CHK-1190", set(FieldNames.KIND, "release"));
    edit(fleet, ApartTeam.STUDIO, "", set(FieldNames.KIND, "release"));
    edit(fleet, ApartTeam.ANA, "", new Edit.AddToCounter("scanner.restarts", 2));
    edit(fleet, ApartTeam.LINE, "", new Edit.AddToCounter("scanner.restarts", 5));
    fleet.heal();
    return fleet;
  }

  private static void edit(RehearsalFleet fleet, int machine, String message, Edit edit) {
    assertThat(fleet.edit(machine, message, edit)).isEmpty();
    fleet.at(fleet.now().plusSeconds(40));
  }

  private static Edit set(String field, String value) {
    return new Edit.SetField(REDESIGN, field, Value.of(value), Optional.empty());
  }
}
