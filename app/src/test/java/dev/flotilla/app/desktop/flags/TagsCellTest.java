package dev.flotilla.app.desktop.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.model.Edit;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class TagsCellTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final FlagTableViewModel table =
      new FlagTableViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());

  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  // New chips for each flag that scrolls by live long enough to make collections of garbage slow.
  @Test
  void theChipsOfOneFlagStandForTheTagsOfTheNext() throws Exception {
    sketch.edit(
        SketchWorkspace.BEN,
        Edit.CreateFlag.bool("a"),
        Edit.tag("a", "one"),
        Edit.tag("a", "two"),
        Edit.tag("a", "three"),
        Edit.CreateFlag.bool("b"),
        Edit.tag("b", "four"),
        Edit.CreateFlag.bool("c"));

    UiTest.Fx.run(() -> {
      TableColumn<FlagRow, FlagView> column = new TableColumn<>("Tags");
      column.setPrefWidth(200);
      TagsCell cell = new TagsCell();
      cell.updateTableColumn(column);
      Parent row = (Parent) cell.content(view("a"));
      List<Node> made = List.copyOf(row.getChildrenUnmodifiable());
      assertThat(words(row)).containsExactly("one", "+2");

      cell.content(view("b"));
      assertThat(words(row)).containsExactly("four");
      cell.content(view("c"));
      assertThat(words(row)).isEmpty();
      cell.content(view("a"));

      assertThat(words(row)).containsExactly("one", "+2");
      assertThat(row.getChildrenUnmodifiable()).isEqualTo(made);
    });
  }

  private FlagView view(String key) {
    return table.shown().stream()
        .filter(row -> row.key().equals(key))
        .map(row -> table.view(row).get())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(Parent row) {
    return row.getChildrenUnmodifiable().stream()
        .filter(Node::isVisible)
        .map(node -> node instanceof Parent chip && !(node instanceof Labeled) ? label(chip) : node)
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  private static Node label(Parent chip) {
    return chip.getChildrenUnmodifiable().getFirst();
  }
}
