package dev.flotilla.app.desktop.control.code;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The marks of a code field in words; a click goes to the place.
final class CodeProblems extends VBox {
  /// More than these are only counted: after the first, most follow from it.
  private static final int SHOWN_MAX = 3;

  private final String id;
  private final Consumer<CodeMark> goTo;
  private final Texts texts;

  CodeProblems(
      String id, ObservableValue<List<CodeMark>> marks, Consumer<CodeMark> goTo, Texts texts) {
    super(Space.HAIR);
    this.id = id;
    this.goTo = goTo;
    this.texts = texts;
    setId(id + "-problems");
    marks.subscribe(this::show);
  }

  private void show(List<CodeMark> marks) {
    getChildren().clear();
    for (CodeMark mark : marks.subList(0, Math.min(SHOWN_MAX, marks.size()))) {
      getChildren().add(line(mark, getChildren().size()));
    }
    if (marks.size() > SHOWN_MAX) {
      getChildren().add(Labels.of(texts.of("code.more", marks.size() - SHOWN_MAX), "field-hint"));
    }
    setVisible(!marks.isEmpty());
    setManaged(!marks.isEmpty());
  }

  private Button line(CodeMark mark, int index) {
    String sentence = texts.of("code.problem", mark.line(), mark.column(), mark.sentence());
    Button line = new Button(sentence);
    line.setId(id + "-problem-" + index);
    line.setAccessibleText(sentence);
    line.getStyleClass().setAll("button", "code-problem");
    line.setGraphic(
        Icons.of(
            mark.isError() ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE,
            mark.isError() ? "icon-danger" : "icon-warning"));
    line.setAlignment(Pos.TOP_LEFT);
    line.setWrapText(true);
    line.setMinWidth(0);
    line.setMaxWidth(Double.MAX_VALUE);
    line.setMinHeight(USE_PREF_SIZE);
    line.setOnAction(_ -> goTo.accept(mark));
    return line;
  }
}
