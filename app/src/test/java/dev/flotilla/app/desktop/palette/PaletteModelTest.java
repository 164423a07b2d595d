package dev.flotilla.app.desktop.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.command.Command;
import dev.flotilla.app.desktop.command.Commands;
import dev.flotilla.app.desktop.filter.SavedViews;
import dev.flotilla.app.desktop.page.Desk;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PaletteModelTest {
  private final List<String> done = new ArrayList<>();
  private final Desk desk = Sketches.desk(new Theme(ThemeChoice.LIGHT));
  private final SavedViews views = new SavedViews(desk.settings(), "w");
  private final Commands commands = new Commands();

  PaletteModelTest() {
    commands.add(() ->
        List.of(
            command("new-flag", "New flag"),
            command("import", "Import a file"),
            command("peers", "Show peers"),
            command("off", "Not possible now").when(() -> false)));
    views.save("Payment switches", "payment kind:kill-switch");
  }

  @Test
  void beforeAnythingIsTypedActionsAreListedThoseUsedLastFirst() {
    assertThat(names("")).containsExactly("New flag", "Import a file", "Show peers");

    PaletteModel model = model();
    model.run(model.find("peers").getFirst());
    model.run(model.find("> import").getFirst());

    assertThat(done).containsExactly("peers", "import");
    assertThat(names("")).containsExactly("Import a file", "Show peers", "New flag");
  }

  @Test
  void flagsTagsViewsAndTagSetsAreFoundTogetherTheBestFitFirst() {
    assertThat(names("payment"))
        .containsExactly("payments", "payment.stop", "payment.retry-limit", "Payment switches");
    assertThat(names("teams")).containsExactly("Teams");
    assertThat(names("risk")).startsWith("Risk");
  }

  @Test
  void aSignBeforeItLooksAmongActionsOrTagsOnly() {
    assertThat(names(">flag")).containsExactly("New flag");
    assertThat(names("#mob")).containsExactly("mobile");
    assertThat(names(">payment")).isEmpty();
  }

  @Test
  void aTagLeadsToTheFlagsThatCarryIt() {
    PaletteModel model = model();

    model.run(model.find("#mob").getFirst());
    model.run(model.find("Payment switches").getFirst());
    model.run(model.find("payment.stop").getFirst());

    assertThat(done).containsExactly("?tag:mobile ", "?payment kind:kill-switch", "payment.stop");
  }

  private List<String> names(String typed) {
    return model().find(typed).stream().map(Found::name).toList();
  }

  private PaletteModel model() {
    return new PaletteModel(commands, CheckoutTeam.calm().workspace(), views, new Noted(), desk);
  }

  private Command command(String id, String name) {
    return Command.of(id, Command.Group.GO, name, Feather.X, () -> done.add(id));
  }

  private final class Noted implements Destinations {
    @Override
    public void flag(String key) {
      done.add(key);
    }

    @Override
    public void query(String query) {
      done.add("?" + query);
    }

    @Override
    public void tagSet(String key) {
      done.add("#" + key);
    }
  }
}
