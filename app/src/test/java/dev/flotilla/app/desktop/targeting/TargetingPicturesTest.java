package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws the targeting of a flag into target/screenshots.
@UiTest
class TargetingPicturesTest {
  private static final String FLAG = "checkout-redesign";

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void rulesAsAFormAndAsJson() throws Exception {
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      String dark = choice == ThemeChoice.DARK ? "-dark" : "";
      Pictures.draw("targeting" + dark, choice, targeted(), TargetingPicturesTest::open);
      Pictures.draw(
          "targeting-large" + dark,
          choice,
          Pictures.Size.LARGE,
          targeted(),
          TargetingPicturesTest::open);
    }
  }

  @Test
  void aShareOfATagSetInThreeClicks() throws Exception {
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      String dark = choice == ThemeChoice.DARK ? "-dark" : "";
      Pictures.draw(
          "targeting-share" + dark,
          choice,
          CheckoutTeam.typical(),
          window -> {
            window.editFlag("search.typo-tolerance");
            press(window, "#page-tab-targeting");
            press(window, "#targeting-quick");
            press(window, "#quick-tagset-Teams");
          });
    }
  }

  private static void open(WorkspaceWindow window) {
    window.editFlag(FLAG);
    press(window, "#page-tab-targeting");
    window.applyCss();
    window.layout();
    Set<Node> toggles = window.lookupAll(".rule-card .icon-button");
    toggles.stream()
        .filter(node -> node.getId() != null && node.getId().endsWith("-toggle"))
        .skip(2)
        .limit(1)
        .forEach(node -> ((ButtonBase) node).fire());
    ((TextField) window.lookup("#targeting-production-try"))
        .setText("targetingKey=ben machine=payments");
  }

  private static void press(WorkspaceWindow window, String selector) {
    window.applyCss();
    window.layout();
    ((ButtonBase) window.lookup(selector)).fire();
  }

  private static SketchWorkspace targeted() {
    SketchWorkspace sketch = CheckoutTeam.typical();
    return sketch.edit(
        SketchWorkspace.ANA,
        new Edit.AddRule(
            FLAG,
            "production",
            new RuleDraft(
                Optional.of(
                    "{\"and\":[{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:Risk\"}]},"
                        + "{\"or\":[{\"in\":[{\"var\":\"country\"},[\"CH\",\"DE\"]]},"
                        + "{\"starts_with\":[{\"var\":\"email\"},\"qa-\"]}]}]}"),
                new Value.Json(
                    "{\"fractional\":[{\"cat\":[{\"var\":\"$flagd.flagKey\"},{\"var\":\"machine\"}]},"
                        + "[\"on\",10],[\"off\",90]]}")),
            new Place.Last()));
  }
}
