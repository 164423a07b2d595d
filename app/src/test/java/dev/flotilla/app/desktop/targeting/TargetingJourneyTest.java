package dev.flotilla.app.desktop.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Targeting by the window itself: what is clicked, dragged and typed.
@UiTest
class TargetingJourneyTest {
  private static final String PLAIN = "search.typo-tolerance";
  private static final String RULED = "checkout-redesign";
  private static final String RULE = "targeting-production-rule-";

  private final SketchWorkspace sketch = CheckoutTeam.calm();

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void threeClicksTargetTenPercentOfATagSet() throws Exception {
    inWindow(
        PLAIN,
        window -> {
          press(window, "#targeting-quick");
          press(window, "#quick-tagset-Teams");
          press(window, "#quick-confirm");
        });

    assertThat(setting(PLAIN).enabled()).isTrue();
    assertThat(setting(PLAIN).rules())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.condition())
              .contains("{\"in\":[{\"var\":\"targetingKey\"},{\"$ref\":\"tagset:Teams\"}]}");
          assertThat(rule.outcome())
              .isEqualTo(new Value.Json("{\"fractional\":[[\"on\",10],[\"off\",90]]}"));
        });
  }

  @Test
  void aRuleIsMadeInTheFormAndSaved() throws Exception {
    inWindow(
        PLAIN,
        window -> {
          press(window, "#targeting-production-add-rule");
          type(window, "#" + RULE + "new-1-attribute", "country");
          type(window, "#" + RULE + "new-1-value", "CH");
          press(window, "#targeting-production-save");
        });

    assertThat(setting(PLAIN).rules())
        .singleElement()
        .extracting(Rule::condition)
        .isEqualTo(Optional.of("{\"==\":[{\"var\":\"country\"},\"CH\"]}"));
  }

  @Test
  void rulesAreMovedByDraggingAndByTheKeyboard() throws Exception {
    List<String> ids = setting(RULED).rules().stream().map(Rule::id).toList();
    inWindow(
        RULED,
        window -> {
          Node grip = find(window, "#" + RULE + ids.get(0) + "-grip");
          Node last = find(window, "#" + RULE + ids.get(1));
          double below = last.localToScene(last.getBoundsInLocal()).getMaxY();
          mouse(grip, MouseEvent.MOUSE_DRAGGED, below);
          mouse(grip, MouseEvent.MOUSE_RELEASED, below);
          press(window, "#targeting-production-save");
        });
    assertThat(setting(RULED).rules().stream().map(Rule::id).toList()).isEqualTo(ids.reversed());

    inWindow(
        RULED,
        window -> {
          Event.fireEvent(
              find(window, "#" + RULE + ids.get(0) + "-toggle"),
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, false, false, true, false));
          press(window, "#targeting-production-save");
        });
    assertThat(setting(RULED).rules().stream().map(Rule::id).toList()).isEqualTo(ids);
  }

  @Test
  void whatIsNotSavedIsStillThereAfterALookAtAnotherFlag() throws Exception {
    inWindow(
        PLAIN,
        window -> {
          press(window, "#targeting-production-add-rule");
          window.editFlag(RULED);
          window.editFlag(PLAIN);
          press(window, "#page-tab-targeting");
          type(window, "#" + RULE + "new-1-attribute", "country");
          press(window, "#targeting-production-save");
        });

    assertThat(setting(PLAIN).rules()).hasSize(1);
  }

  @Test
  void everyControlHasAnIdAndANameAlsoInAnOpenRule() throws Exception {
    List<String> nameless = new ArrayList<>();
    inWindow(
        PLAIN,
        window -> {
          press(window, "#targeting-quick");
          collect(window, nameless);
          press(window, "#quick-tagset-Teams");
          press(window, "#quick-confirm");
          press(window, "#targeting-production-add-rule");
          press(window, "#" + RULE + setting(PLAIN).rules().getFirst().id() + "-toggle");
          type(window, "#targeting-production-try", "targetingKey=checkout");
          window.applyCss();
          window.layout();
          collect(window, nameless);
        });

    assertThat(nameless).isEmpty();
  }

  private static void collect(Node node, List<String> found) {
    boolean control =
        node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof Slider
            || node instanceof ComboBoxBase<?>;
    String name = node.getAccessibleText();
    if (control
        && !node.getStyleClass().contains("arrow-button")
        && (node.getId() == null || name == null || name.isBlank())) {
      found.add(node.getClass().getSimpleName() + " id=" + node.getId() + " name=" + name);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private void inWindow(String flag, Consumer<WorkspaceWindow> what) throws Exception {
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        var dressed = theme.dress(scene);
        window.editFlag(flag);
        press(window, "#page-tab-targeting");
        what.accept(window);
        dressed.unsubscribe();
      }
    });
  }

  private FlagSetting setting(String flag) {
    return sketch.workspace().flag(flag).orElseThrow().setting("production");
  }

  private static Node find(WorkspaceWindow window, String selector) {
    window.applyCss();
    window.layout();
    return Objects.requireNonNull(window.lookup(selector), selector);
  }

  private static void press(WorkspaceWindow window, String selector) {
    ((ButtonBase) find(window, selector)).fire();
  }

  private static void type(WorkspaceWindow window, String selector, String text) {
    ((TextField) find(window, selector)).setText(text);
  }

  private static void mouse(Node node, EventType<MouseEvent> kind, double sceneY) {
    Event.fireEvent(
        node,
        new MouseEvent(
            kind,
            0,
            sceneY,
            0,
            sceneY,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            false,
            null));
  }
}
