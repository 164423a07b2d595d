package dev.flotilla.app.desktop.conflicts;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws conflicts between parts of flags that no longer fit together.
@UiTest
class MisfitPicturesTest {
  private static final String LIMIT = "payment.retry-limit";

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void aVariantThatIsGoneAndATypeThatChanged() throws Exception {
    RehearsalFleet fleet = ApartTeam.morning();
    fleet.heal();
    fleet.edit(0, "", set("checkout-redesign", FieldNames.variant("beta"), Value.of(true)));
    fleet.cut(1, ApartTeam.LINE);
    fleet.edit(
        ApartTeam.BEN,
        "Nobody uses it",
        set("checkout-redesign", FieldNames.variant("beta"), Value.absent()));
    fleet.edit(
        ApartTeam.LINE,
        "The line tries it",
        set("checkout-redesign", FieldNames.defaultVariant("production"), Value.of("beta")));
    fleet.edit(
        ApartTeam.ANA,
        "",
        set(LIMIT, FieldNames.TYPE, Value.of("number")),
        set(LIMIT, FieldNames.variant("on"), Value.Number.of(3)),
        set(LIMIT, FieldNames.variant("off"), Value.Number.of(0)));
    fleet.edit(ApartTeam.LINE, "", set(LIMIT, FieldNames.variant("line"), Value.of(true)));
    fleet.heal();
    Pictures.draw(
        "inbox-misfit", ThemeChoice.LIGHT, SketchWorkspace.of(fleet), WorkspaceWindow::showInbox);
    Pictures.draw(
        "inbox-misfit-cards",
        ThemeChoice.LIGHT,
        SketchWorkspace.of(fleet),
        WorkspaceWindow::showConflicts);
  }

  private static Edit set(String flag, String field, Value value) {
    return new Edit.SetField(EntityId.flag(flag), field, value, Optional.empty());
  }
}
