package dev.flotilla.app.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.control.Switch;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class FlagPageTest {
  private static final String KEY = "checkout-redesign";

  private final SketchWorkspace sketch = CheckoutTeam.typical();

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void thePageTakesTheMiddleAndGivesItBack() throws Exception {
    with(window -> {
      window.openFlag(KEY);
      assertThat(find(window, "#flag-editor")).isPresent();

      assertThat(window.commands().run("edit-flag")).isTrue();
      assertThat(find(window, "#flag-page")).isPresent();
      assertThat(find(window, "#flag-editor")).as("shown a second time at the side").isEmpty();

      assertThat(window.commands().run("flag-back")).isTrue();
      assertThat(find(window, "#flag-page")).isEmpty();
      assertThat(find(window, "#flag-editor")).isPresent();
    });
  }

  @Test
  void switchesAreThoseOfTheWorkspace() throws Exception {
    with(window -> {
      edit(window, KEY);

      ((Switch) window.lookup("#page-switch-staging")).fire();

      assertThat(sketch.workspace().flag(KEY).orElseThrow().setting("staging").enabled()).isTrue();
      assertThat(((Switch) window.lookup("#page-switch-staging")).isSelected()).isTrue();
    });
  }

  @Test
  @SuppressWarnings("unchecked")
  void comparingMarksWhatDiffersAndSaysIt() throws Exception {
    with(window -> {
      edit(window, KEY);

      ((ComboBox<Optional<String>>) window.lookup("#page-compare"))
          .setValue(Optional.of("development"));

      assertThat(((Labeled) window.lookup("#page-differs-production")).getText())
          .isEqualTo("Differs from development: Rules");
      Node cell = window.lookup("#page-rules-production").getParent();
      assertThat(cell.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("differs"));
    });
  }

  @Test
  void theDialogCopiesWhatWasChosen() throws Exception {
    with(window -> {
      edit(window, KEY);
      window.commands().run("copy-environment");
      window.applyCss();
      ((CheckBox) window.lookup("#copy-to-production")).setSelected(false);
      ((CheckBox) window.lookup("#copy-to-qa")).setSelected(false);

      ((ButtonBase) window.lookup("#copy-start")).fire();

      var flag = sketch.workspace().flag(KEY).orElseThrow();
      assertThat(flag.setting("staging").enabled()).isTrue();
      assertThat(flag.setting("qa").enabled()).isFalse();
      assertThat(flag.setting("production").rules()).hasSize(2);
    });
  }

  @Test
  void aFlagThatIsDeletedElsewhereIsNotJustMissing() throws Exception {
    with(window -> {
      edit(window, "search.typo-tolerance");

      sketch.edit(
          SketchWorkspace.BEN, new Edit.DeleteEntity(EntityId.flag("search.typo-tolerance")));
      window.applyCss();

      assertThat(((Labeled) window.lookup(".empty-title")).getText())
          .isEqualTo("search.typo-tolerance was deleted");
    });
  }

  private void with(Consumer<WorkspaceWindow> test) throws Exception {
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        var dressed = theme.dress(scene);
        test.accept(window);
        dressed.unsubscribe();
      }
    });
  }

  // What is inside of scroll panes is there once they have their skins.
  private static void edit(WorkspaceWindow window, String key) {
    window.editFlag(key);
    window.applyCss();
    window.layout();
  }

  private static Optional<Node> find(WorkspaceWindow window, String id) {
    return Optional.ofNullable(window.lookup(id));
  }
}
