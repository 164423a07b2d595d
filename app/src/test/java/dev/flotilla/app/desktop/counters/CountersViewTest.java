package dev.flotilla.app.desktop.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@UiTest
class CountersViewTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Checkout");

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @BeforeEach
  void createCounter() {
    sketch.edit(SketchWorkspace.ANA, new Edit.CreateCounter("deploys", ""));
  }

  @Test
  void plusAndMinusCountOneAndWithShiftTen() throws Exception {
    inPage(page -> {
      press(page, "#counter-plus", false);
      press(page, "#counter-plus", true);
      press(page, "#counter-minus", false);
    });

    assertThat(value()).isEqualTo(10);
  }

  @Test
  void theNumberTakesArrowsAndTheListTakesSigns() throws Exception {
    inPage(page -> {
      key(page, "#counter-value", KeyCode.UP, true);
      key(page, "#counter-value", KeyCode.DOWN, false);
      ListView<?> list = (ListView<?>) page.lookup("#counter-list");
      Event.fireEvent(list, typed("+"));
      Event.fireEvent(list, typed("+"));
      Event.fireEvent(list, typed("-"));
    });

    assertThat(value()).isEqualTo(10);
  }

  @Test
  void whatSomebodyElseCountsGlowsAndSaysWho() throws Exception {
    inPage(page -> {
      assertThat(page.lookup(".list-cell:fresh")).isNull();

      sketch.edit(SketchWorkspace.BEN, new Edit.AddToCounter("deploys", 3));
      page.applyCss();

      assertThat(page.lookup(".list-cell:fresh")).isNotNull();
      assertThat(((Label) page.lookup(".list-cell .label:fresh")).getText())
          .isEqualTo("Ben’s desktop, just now");
      assertThat(page.lookup(".counter-contribution:fresh")).isNotNull();
      assertThat(page.lookup(".arrival-mark").isVisible()).isTrue();
    });
  }

  private void inPage(Consumer<Node> use) throws Exception {
    UiTest.Fx.run(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (var page = new CountersPage(Sketches.model(sketch), Sketches.desk(theme))) {
        StackPane root = new StackPane(page.node());
        var dressed = theme.dress(new Scene(root, 1280, 800));
        root.applyCss();
        root.layout();
        use.accept(root);
        dressed.unsubscribe();
      }
    });
  }

  private static void press(Node page, String id, boolean shift) {
    Button button = (Button) page.lookup(id);
    Event.fireEvent(
        button,
        new MouseEvent(
            MouseEvent.MOUSE_RELEASED,
            0,
            0,
            0,
            0,
            MouseButton.PRIMARY,
            1,
            shift,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            null));
    button.fire();
  }

  private static void key(Node page, String id, KeyCode code, boolean shift) {
    Event.fireEvent(
        page.lookup(id),
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
  }

  private static KeyEvent typed(String character) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
  }

  private long value() {
    return sketch.workspace().counter("deploys").orElseThrow().value();
  }
}
