package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.Pictures;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.UiTest;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.shell.WorkspaceWindow;
import dev.flotilla.app.desktop.theme.ThemeChoice;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import dev.flotilla.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@UiTest
class TagSetsPicturesTest {
  @BeforeAll
  static void start() throws Exception {
    UiTest.Fx.start();
  }

  @Test
  void drawsALargeSetInBothThemesAndSizes() throws Exception {
    for (ThemeChoice theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      String name = theme == ThemeChoice.LIGHT ? "tag-sets" : "tag-sets-dark";
      Pictures.draw(name, theme, machines(), TagSetsPicturesTest::showMachines);
    }
    Pictures.draw(
        "tag-sets-large",
        ThemeChoice.LIGHT,
        Pictures.Size.LARGE,
        machines(),
        TagSetsPicturesTest::showMachines);
  }

  @Test
  void drawsASearchWithSomeSelected() throws Exception {
    Pictures.draw(
        "tag-sets-search",
        ThemeChoice.LIGHT,
        machines(),
        window -> {
          showMachines(window);
          ((TextField) window.lookup("#tagset-search")).setText("hall-3");
          ListView<?> members = (ListView<?>) window.lookup("#tagset-members");
          members.getSelectionModel().selectIndices(1, 2, 3);
        });
  }

  @Test
  void drawsManyTagsAboutToBeAdded() throws Exception {
    Pictures.draw(
        "tag-sets-many",
        ThemeChoice.LIGHT,
        machines(),
        window -> {
          showMachines(window);
          ((Button) window.lookup("#tagset-add-many")).fire();
          ((TextArea) window.lookup("#many-members"))
              .setText("hall-9-press-01, hall-9-press-02\nhall-9-press-01\nhall-1-robot-0001\n");
        });
  }

  @Test
  void drawsASetBesideAPanel() throws Exception {
    Pictures.draw(
        "tag-sets-narrow",
        ThemeChoice.LIGHT,
        machines(),
        window -> {
          showMachines(window);
          window.showPeers();
        });
  }

  @Test
  void drawsAWorkspaceWithoutTagSets() throws Exception {
    Pictures.draw(
        "tag-sets-empty",
        ThemeChoice.LIGHT,
        new SketchWorkspace("Checkout"),
        window -> window.show(Section.TAG_SETS));
  }

  private static void showMachines(WorkspaceWindow window) {
    window.show(Section.TAG_SETS);
    ListView<?> sets = (ListView<?>) window.lookup("#tagset-list");
    sets.getSelectionModel().selectFirst();
  }

  private static SketchWorkspace machines() {
    SketchWorkspace sketch = CheckoutTeam.typical();
    sketch.edit(
        SketchWorkspace.ANA,
        new Edit.CreateTagSet("Machines of line 2", "All robots and presses of line 2, by hall"),
        new Edit.SetField(
            EntityId.tagSet("Machines of line 2"), FieldNames.COLOUR, Value.of("teal")));
    List<String> members =
        IntStream.range(0, 12_000)
            .mapToObj(n -> "hall-%d-robot-%04d".formatted(1 + n / 3000, n % 3000))
            .toList();
    MemberEdits.adding("Machines of line 2", members)
        .forEach(edits -> sketch.edit(SketchWorkspace.BEN, edits.toArray(Edit[]::new)));
    var flags = new ArrayList<>(sketch.workspace().flags());
    for (int n = 0; n < 3; n++) {
      String condition =
          "{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:Machines%20of%20line%202\"}]}";
      var flag = flags.get(7 * n);
      sketch.edit(
          SketchWorkspace.ANA,
          new Edit.AddRule(
              flag.key(),
              "production",
              RuleDraft.of(condition, flag.variants().firstKey()),
              new Place.Last()),
          Edit.tag(flags.get(7 * n + 1).key(), "hall-1-robot-0001"));
    }
    return sketch;
  }
}
