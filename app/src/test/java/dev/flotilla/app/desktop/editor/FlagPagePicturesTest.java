package dev.flotilla.app.desktop.editor;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws the page of a flag.
@UiTest
class FlagPagePicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void aFlagOverTheWholeMiddle() throws Exception {
    Pictures.draw(
        "flag-page",
        ThemeChoice.LIGHT,
        CheckoutTeam.typical(),
        window -> window.editFlag("checkout-redesign"));
    Pictures.draw(
        "flag-page-dark",
        ThemeChoice.DARK,
        Pictures.Size.LARGE,
        CheckoutTeam.typical(),
        window -> {
          window.editFlag("search.ranking");
          window.applyCss();
          compare(window, "production");
        });
  }

  @Test
  void anObjectWithItsSchema() throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    sketch.edit(
        SketchWorkspace.BEN,
        new Edit.SetField(
            EntityId.flag("search.ranking"),
            FieldNames.SCHEMA,
            new Value.Json(
                "{\"type\":\"object\",\"required\":[\"title\",\"popularity\"],"
                    + "\"properties\":{\"title\":{\"type\":\"number\"},"
                    + "\"popularity\":{\"type\":\"number\",\"minimum\":0.3}},"
                    + "\"additionalProperties\":false}")));
    Pictures.draw(
        "flag-page-schema",
        ThemeChoice.LIGHT,
        Pictures.Size.LARGE,
        sketch,
        window -> window.editFlag("search.ranking"));
  }

  @Test
  void manyEnvironments() throws Exception {
    SketchWorkspace sketch = CheckoutTeam.typical();
    for (String name : List.of("canary", "demo", "edge", "load-test")) {
      sketch.edit(SketchWorkspace.ANA, new Edit.CreateEnvironment(name, 9));
    }
    Pictures.draw(
        "flag-page-crowded",
        ThemeChoice.LIGHT,
        sketch,
        window -> window.editFlag("checkout.button-colour"));
  }

  @Test
  void besideThePanel() throws Exception {
    Pictures.draw(
        "flag-page-narrow",
        ThemeChoice.LIGHT,
        CheckoutTeam.typical(),
        window -> {
          window.editFlag("checkout-redesign");
          window.showConflicts();
        });
  }

  @Test
  void copyingBetweenEnvironments() throws Exception {
    Pictures.draw(
        "copy-environments",
        ThemeChoice.LIGHT,
        CheckoutTeam.typical(),
        window -> {
          window.editFlag("checkout-redesign");
          window.commands().run("copy-environment");
        });
  }

  @SuppressWarnings("unchecked")
  private static void compare(javafx.scene.Parent window, String environment) {
    ((ComboBox<Optional<String>>) window.lookup("#page-compare"))
        .setValue(Optional.of(environment));
  }
}
