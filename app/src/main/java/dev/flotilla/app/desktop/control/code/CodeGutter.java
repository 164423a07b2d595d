package dev.flotilla.app.desktop.control.code;

import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;

/// The numbers of the lines, with a sign before those that have a mark.
final class CodeGutter implements IntFunction<Node> {
  private static final double WIDTH = 40;
  private static final double GAP = 3;

  private final CodeArea area;
  private final ObservableValue<List<CodeMark>> marks;
  private Set<Integer> marked = Set.of();

  CodeGutter(CodeArea area, ObservableValue<List<CodeMark>> marks) {
    this.area = area;
    this.marks = marks;
    marks.addListener((_, _, newest) -> renew(newest));
  }

  @Override
  public Node apply(int paragraph) {
    int line = paragraph + 1;
    Label number = Labels.of(Integer.toString(line), "code-line");
    number.setAlignment(Pos.CENTER_RIGHT);
    number.setMinWidth(WIDTH);
    number.setMaxWidth(WIDTH);
    number.setMaxHeight(Double.MAX_VALUE);
    List<CodeMark> here = marks.getValue().stream().filter(mark -> mark.line() == line).toList();
    if (!here.isEmpty()) {
      boolean error = here.stream().anyMatch(CodeMark::isError);
      number.setGraphic(
          Icons.of(
              error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE,
              error ? "icon-danger" : "icon-warning"));
      number.setContentDisplay(ContentDisplay.LEFT);
      number.setGraphicTextGap(GAP);
      number.setTooltip(
          new Tooltip(String.join("\n", here.stream().map(CodeMark::sentence).toList())));
    }
    return number;
  }

  private void renew(List<CodeMark> newest) {
    Set<Integer> lines = new TreeSet<>();
    newest.forEach(mark -> lines.add(mark.line() - 1));
    Set<Integer> stale = new TreeSet<>(marked);
    stale.addAll(lines);
    marked = lines;
    int there = area.getParagraphs().size();
    stale.stream().filter(line -> line < there).forEach(area::recreateParagraphGraphic);
  }
}
