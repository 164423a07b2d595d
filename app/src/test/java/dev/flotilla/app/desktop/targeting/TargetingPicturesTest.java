package dev.flotilla.app.desktop.targeting;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import dev.flotilla.net.Presence;
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

  /// Unsaved, with a rule that Ben changed too, JSON that flagd would refuse, and Ben at work.
  @Test
  void targetingThatTwoEdit() throws Exception {
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      String dark = choice == ThemeChoice.DARK ? "-dark" : "";
      SketchWorkspace sketch = CheckoutTeam.calm();
      List<String> ids =
          sketch.workspace().flag(FLAG).orElseThrow().setting("production").rules().stream()
              .map(Rule::id)
              .toList();
      Pictures.draw(
          "targeting-together" + dark,
          choice,
          sketch,
          window -> {
            window.editFlag(FLAG);
            press(window, "#page-tab-targeting");
            press(window, "#targeting-production-rule-" + ids.get(0) + "-toggle");
            type(window, "#targeting-production-rule-" + ids.get(0) + "-value", "AT");
            sketch.edit(
                SketchWorkspace.BEN,
                Edit.setCondition(
                    FLAG,
                    "production",
                    ids.get(0),
                    Optional.of("{\"in\":[{\"var\":\"country\"},[\"CH\",\"LI\"]]}")));
            sketch.present(
                sketch.device(SketchWorkspace.BEN),
                Presence.editing(
                    EntityId.flag(FLAG), FieldNames.outcome("production", ids.get(1))));
            type(window, "#targeting-production-try", "country=AT app.version=4.1.0");
          });
    }
  }

  /// Many tag sets to choose from, and a flag with text variants.
  @Test
  void manyTagSetsAndVariants() throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    for (int line = 1; line <= 40; line++) {
      sketch.edit(SketchWorkspace.ANA, new Edit.CreateTagSet("line-" + line, ""));
    }
    sketch.edit(
        SketchWorkspace.ANA,
        new Edit.AddRule(
            "checkout.button-colour",
            "production",
            new RuleDraft(
                Optional.empty(),
                new Value.Json("{\"fractional\":[[\"classic\",1],[\"calm\",1],[\"loud\",1]]}")),
            new Place.Last()));
    Pictures.draw(
        "targeting-many",
        ThemeChoice.LIGHT,
        sketch,
        window -> {
          window.editFlag("checkout.button-colour");
          press(window, "#page-tab-targeting");
          window.applyCss();
          window.layout();
          window.lookupAll(".rule-card .icon-button").stream()
              .filter(node -> node.getId() != null && node.getId().endsWith("-toggle"))
              .forEach(node -> ((ButtonBase) node).fire());
          press(window, "#targeting-quick");
        });
    Pictures.draw(
        "targeting-split",
        ThemeChoice.LIGHT,
        sketch,
        window -> {
          window.editFlag("checkout.button-colour");
          press(window, "#page-tab-targeting");
          window.applyCss();
          window.layout();
          window.lookupAll(".rule-card .icon-button").stream()
              .filter(node -> node.getId() != null && node.getId().endsWith("-toggle"))
              .forEach(node -> ((ButtonBase) node).fire());
          window.applyCss();
          window.layout();
        });
  }

  private static void type(WorkspaceWindow window, String selector, String text) {
    window.applyCss();
    window.layout();
    ((TextField) window.lookup(selector)).setText(text);
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
