package dev.flotilla.app.desktop.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class FlagRowsTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Team");
  private final FlagTableViewModel table =
      new FlagTableViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());

  @Test
  void sortingAllAtOnceGivesTheOrderOfComparingThemOneByOne() {
    Random random = new Random(11);
    for (int at = 0; at < 60; at++) {
      sketch.edit(
          SketchWorkspace.BEN,
          Edit.CreateFlag.bool("flag-" + at)
              .withSettings(
                  Map.of(
                      "production",
                      FlagSetting.of(random.nextBoolean(), random.nextBoolean() ? "on" : "off"))),
          Edit.tag("flag-" + at, "team-" + random.nextInt(5)));
    }

    for (Column column :
        List.of(Column.KEY, Column.environment("production"), Column.TAGS, Column.CHANGED)) {
      for (boolean ascending : List.of(true, false)) {
        RowOrder order = new RowOrder(column, ascending);
        table.orderProperty().set(order);

        FlagRow[] expected = table.shown().all();
        Arrays.sort(expected, order);
        assertThat(table.shown()).as("%s, %s", column, ascending).containsExactly(expected);
      }
    }
  }

  @Test
  void anEditOfOneFlagIsToldToItsRowAndToNobodyElse() {
    sketch.edit(
        SketchWorkspace.BEN,
        Edit.CreateFlag.bool("a"),
        Edit.CreateFlag.bool("b"),
        Edit.CreateFlag.bool("c"));
    List<String> told = new ArrayList<>();
    table.shown().forEach(row -> table.view(row).subscribe((_, _) -> told.add(row.key())));
    table.shown().addListener((ListChangeListener<FlagRow>) _ -> told.add("the table"));

    describe("b", "news");

    assertThat(told).containsExactly("b");
  }

  @Test
  void anEditOfOneFlagAsksTheFilterAboutThatFlagOnly() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("a"), Edit.CreateFlag.bool("b"));
    List<String> asked = new ArrayList<>();
    table.filterProperty().set(row -> asked.add(row.key()));
    asked.clear();

    describe("b", "news");

    assertThat(asked).containsExactly("b");
  }

  @Test
  void whereAllRowsAreShownSortingAsksNoneWhetherItBelongs() {
    sketch.edit(SketchWorkspace.BEN, Edit.CreateFlag.bool("a"), Edit.CreateFlag.bool("b"));
    List<String> asked = new ArrayList<>();
    table.filterProperty().set(row -> asked.add(row.key()));
    asked.clear();

    table.orderProperty().set(new RowOrder(Column.KEY, false));

    assertThat(keys()).containsExactly("b", "a");
    assertThat(asked).isEmpty();
  }

  @Test
  void sortingKeepsOutWhatTheFilterKeepsOut() {
    sketch.edit(
        SketchWorkspace.BEN,
        Edit.CreateFlag.bool("a"),
        Edit.CreateFlag.bool("b"),
        Edit.CreateFlag.bool("c"));
    table.filterProperty().set(row -> !row.key().equals("b"));

    table.orderProperty().set(new RowOrder(Column.KEY, false));

    assertThat(keys()).containsExactly("c", "a");
  }

  private void describe(String key, String words) {
    sketch.edit(
        SketchWorkspace.BEN, new Edit.SetField(EntityId.flag(key), "description", Value.of(words)));
  }

  private List<String> keys() {
    return table.shown().stream().map(FlagRow::key).toList();
  }
}
