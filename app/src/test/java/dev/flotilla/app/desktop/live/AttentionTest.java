package dev.flotilla.app.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.net.Presence;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What a window tells of its person, and what it leaves alone when others edit.
@UiTest
class AttentionTest {
  private static final EntityId FLAG = EntityId.flag("search.ranking");

  private final SketchWorkspace sketch = CheckoutTeam.calm();

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theWindowTellsWhatIsOpenAndWhichFieldHasTheKeyboard() throws Exception {
    inWindow(window -> {
      window.openFlag(FLAG.key());
      assertThat(sketch.announced()).endsWith(Presence.looking(FLAG));

      field(window, "#editor-owner").requestFocus();
      assertThat(sketch.announced()).endsWith(Presence.editing(FLAG, FieldNames.OWNER));
    });

    assertThat(sketch.announced()).endsWith(Presence.NOTHING);
  }

  @Test
  void switchesAndChoicesAreFieldsAsTextsAre() throws Exception {
    inWindow(window -> {
      window.openFlag(FLAG.key());
      for (String id : List.of("#editor-kind", "#editor-folder")) {
        node(window, id).requestFocus();
      }
      node(window, "#editor-switch-production").requestFocus();
      node(window, "#editor-default-production").requestFocus();
    });

    assertThat(sketch.announced())
        .containsSubsequence(
            Presence.editing(FLAG, FieldNames.KIND),
            Presence.editing(FLAG, FieldNames.FOLDER),
            Presence.editing(FLAG, FieldNames.state("production")),
            Presence.editing(FLAG, FieldNames.defaultVariant("production")));
  }

  @Test
  void theSwitchThatTheKeyboardIsAtInTheTableIsAField() throws Exception {
    inWindow(window -> {
      Node table = node(window, "#flag-table");
      table.requestFocus();
      press(table, KeyCode.DOWN);
      assertThat(sketch.announced()).noneMatch(said -> said.doing() == Presence.Doing.EDITING);

      press(table, KeyCode.RIGHT);

      assertThat(sketch.announced().getLast().field()).startsWith("env/").endsWith("/state");
    });
  }

  @Test
  void aSwitchShowsWhoIsAtItAndGlowsOnceTheyTurnedIt() throws Exception {
    inWindow(window -> {
      window.openFlag(FLAG.key());
      Node toggle = node(window, "#editor-switch-production");
      Node disc = toggle.getParent().lookup(".choice-mark");
      String state = FieldNames.state("production");

      sketch.present(sketch.device(SketchWorkspace.BEN), Presence.editing(FLAG, state));
      assertThat(disc.getAccessibleText()).isEqualTo("Ben’s desktop is editing this");

      boolean on =
          sketch.workspace().flag(FLAG.key()).orElseThrow().setting("production").enabled();
      sketch.edit(SketchWorkspace.BEN, new Edit.SetField(FLAG, state, Value.of(!on)));
      assertThat(disc.getAccessibleText()).isEqualTo("Ben’s desktop, just now");
      assertThat(toggle.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("fresh"));
    });
  }

  private static void press(Node node, KeyCode code) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(node, new KeyEvent(type, "", "", code, false, false, false, false));
    }
  }

  private static Node node(WorkspaceWindow window, String id) {
    window.applyCss();
    window.layout();
    return window.lookup(id);
  }

  @Test
  void editsOfOthersTakeNeitherTheKeyboardNorTheDraft() throws Exception {
    inWindow(window -> {
      window.openFlag(FLAG.key());
      TextInputControl owner = field(window, "#editor-owner");
      owner.requestFocus();
      owner.setText("somebody");
      owner.positionCaret(4);

      sketch.edit(
          SketchWorkspace.BEN,
          new Edit.SetField(FLAG, FieldNames.OWNER, Value.of("ben")),
          Edit.tag(FLAG.key(), "line-2"));

      assertThat(window.getScene().getFocusOwner()).isSameAs(owner);
      assertThat(owner.getText()).isEqualTo("somebody");
      assertThat(owner.getCaretPosition()).isEqualTo(4);
      Node notice = window.lookup("#editor-owner-overtaken");
      assertThat(notice.isVisible()).isTrue();
    });
  }

  private static TextInputControl field(WorkspaceWindow window, String id) {
    window.applyCss();
    window.layout();
    return (TextInputControl) window.lookup(id);
  }

  private void inWindow(Consumer<WorkspaceWindow> check) throws Exception {
    UiTest.Fx.get(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        var dressed = theme.dress(scene);
        window.applyCss();
        window.layout();
        check.accept(window);
        dressed.unsubscribe();
        return null;
      }
    });
  }
}
