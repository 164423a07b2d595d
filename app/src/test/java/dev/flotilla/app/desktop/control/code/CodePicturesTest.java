package dev.flotilla.app.desktop.control.code;

import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.picture.Picture;
import dev.flotilla.app.desktop.theme.Theme;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.openfeature.json.JsonText;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Draws code fields, right and wrong ones, into target/screenshots.
@UiTest
class CodePicturesTest {
  private static final String RANKING =
      """
      {
        "model": "two-tower",
        "weights": {"recency": 0.35, "popularity": 0.2, "margin": -1.5e-3},
        "stages": ["recall", "rank", "re-rank"],
        "explain": true,
        "fallback": null
      }\
      """;

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void codeInBothThemes() throws Exception {
    for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      String name = choice == ThemeChoice.DARK ? "code-dark" : "code";
      Pictures.write(
          name,
          UiTest.Fx.get(() -> {
            CodeField right = field("right", RANKING);
            CodeField wrong = field("wrong", RANKING.replace("0.2,", "0.2").replace("true", "yes"));
            VBox box = new VBox(16, right, wrong, field("empty", ""));
            box.setPadding(new Insets(24));
            return Picture.of(box, new Theme(choice), right::requestFocus);
          }));
    }
  }

  private static CodeField field(String id, String text) {
    CodeField field =
        new CodeField(id, id, Sketches.TEXTS)
            .check(now ->
                now.isBlank()
                    ? List.of()
                    : JsonText.parseError(now)
                        .map(error ->
                            List.of(CodeMark.error(error.line(), error.column(), error.sentence())))
                        .orElse(List.of()));
    field.textProperty().set(text);
    return field;
  }
}
