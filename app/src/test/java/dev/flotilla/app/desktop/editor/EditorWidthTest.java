package dev.flotilla.app.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class EditorWidthTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void theVariantThatIsServedIsReadableInAWindowOf1280By800() throws Exception {
    assertThat(shown("blue", "#1f6feb")).containsExactly("blue", "#1f6feb");
    assertThat(shown("recommendation", "#1f6feb80")).containsExactly("recommendation");
    assertThat(shown("on", "a text that is much too long for a box")).containsExactly("on");
  }

  private static Stream<String> shown(String variant, String value) throws Exception {
    SketchWorkspace sketch = new SketchWorkspace("Team");
    sketch.edit(
        SketchWorkspace.ANA,
        new Edit.CreateFlag(
            "colour",
            FlagType.STRING,
            new TreeMap<>(Map.of(variant, Value.of(value))),
            "",
            new TreeMap<>(Map.of("production", FlagSetting.of(true, variant)))));
    return UiTest.Fx.get(() -> {
      Theme theme = new Theme(ThemeChoice.LIGHT);
      try (WorkspaceWindow window =
          new WorkspaceWindow(Sketches.model(sketch), Sketches.desk(theme), () -> {})) {
        Scene scene = new Scene(window, 1280, 800);
        var dressed = theme.dress(scene);
        window.openFlag("colour");
        for (int pass = 0; pass < 2; pass++) {
          window.applyCss();
          window.layout();
        }
        Stream<String> texts =
            all(window.lookup("#editor-default-production"))
                .filter(node -> node instanceof Label && node.isVisible())
                .flatMap(EditorWidthTest::all)
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText());
        dressed.unsubscribe();
        return texts.toList().stream();
      }
    });
  }

  private static Stream<Node> all(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(EditorWidthTest::all))
        : Stream.of(node);
  }
}
