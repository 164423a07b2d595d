package dev.flotilla.app.desktop.tagsets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.theme.Hue;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Place;
import dev.flotilla.model.RuleDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagSetsViewModelTest {
  private final SketchWorkspace sketch = new SketchWorkspace("Checkout");
  private final WorkspaceModel workspace = Sketches.model(sketch);
  private final TagSetsViewModel sets = new TagSetsViewModel(workspace, Sketches.TEXTS);

  @Test
  void aTypedNameNarrowsTheListAndBecomesANewSet() {
    create("Line 1");
    create("Line 2");
    sets.nameProperty().set("line");
    assertThat(sets.tagSets()).hasSize(2);
    sets.nameProperty().set("line 2");
    assertThat(sets.tagSets()).hasSize(1);
    assertThat(sets.isNew()).isTrue();

    sets.nameProperty().set("Line 1");
    assertThat(sets.isNew()).isFalse();
    sets.enter();

    assertThat(open().key()).isEqualTo("Line 1");
    assertThat(sets.nameProperty().get()).isEmpty();
  }

  @Test
  void membersAreAddedSearchedAndRemovedInOneStepEach() {
    create("Line 1");
    try (MembersViewModel members = sets.members(open())) {
      assertThat(members.add("robot-1, robot-2; Press-1")).isTrue();
      assertThat(members.countProperty().get()).isEqualTo("3 tags");

      members.queryProperty().set("press");
      assertThat(members.shownProperty().get()).containsExactly("Press-1");
      assertThat(members.countProperty().get()).isEqualTo("1 of 3 tags");

      sketch.edit(
          SketchWorkspace.BEN,
          new Edit.AddElement(EntityId.tagSet("Line 1"), FieldNames.MEMBERS, "press-2"));
      assertThat(members.shownProperty().get()).containsExactly("Press-1", "press-2");

      members.queryProperty().set("");
      members.remove(List.of("Press-1", "robot-1"));
      assertThat(members.shownProperty().get()).containsExactly("press-2", "robot-2");
      workspace.undo();
      assertThat(members.shownProperty().get()).hasSize(4);
    }
  }

  @Test
  void whatIsThereOrCanBeNoTagIsSaid() {
    create("Line 1");
    try (MembersViewModel members = sets.members(open())) {
      members.add("robot-1");

      assertThat(members.add("robot-1")).isFalse();
      assertThat(members.problemProperty().get()).isEqualTo("robot-1 is in the set already.");
      assertThat(members.add("a\u0007b")).isFalse();
      assertThat(members.problemProperty().get()).contains("control characters");
    }
  }

  @Test
  void manyTagsComeFromAFileAsOneStepOfUndo(@TempDir Path folder) throws IOException {
    create("Line 1");
    Path file = folder.resolve("machines.csv");
    var lines = IntStream.range(0, 9_000).mapToObj(n -> "\"m-%05d\"".formatted(n)).toList();
    Files.write(file, lines);
    ManyMembersViewModel many = sets.many(open());

    many.read(file);

    assertThat(many.gatheredProperty().get().fresh()).hasSize(9_000).startsWith("m-00000");
    assertThat(many.sourceProperty().get()).isEqualTo("machines.csv");
    boolean[] closed = {false};
    many.add(() -> closed[0] = true);
    assertThat(closed[0]).isTrue();
    assertThat(many.progressProperty().get()).isEqualTo(1);
    assertThat(open().tagSetProperty().get().members()).hasSize(9_000);
    workspace.undo();
    assertThat(open().tagSetProperty().get().members()).isEmpty();
  }

  @Test
  void aFileThatIsNoTextIsSaidToBeNone(@TempDir Path folder) throws IOException {
    create("Line 1");
    Path file = folder.resolve("picture.png");
    Files.write(file, new byte[] {(byte) 0xC3, 0x28});
    ManyMembersViewModel many = sets.many(open());

    many.read(file);
    assertThat(many.problemProperty().get()).isEqualTo("picture.png is no text in UTF-8.");
    many.read(folder.resolve("gone.txt"));
    assertThat(many.problemProperty().get()).isEqualTo("gone.txt cannot be read.");
    assertThat(many.busyProperty().get()).isFalse();
  }

  @Test
  void aCopyHasTheSameTagsColourAndDescription() {
    create("Line 1");
    open().setColour(Hue.PINK);
    try (MembersViewModel members = sets.members(open())) {
      members.add("a,b");
    }

    sets.copy(open(), " Line 3 ");

    assertThat(open().key()).isEqualTo("Line 3");
    assertThat(open().hue()).isEqualTo(Hue.PINK);
    assertThat(open().tagSetProperty().get().members()).containsExactly("a", "b");
    workspace.undo();
    assertThat(sketch.workspace().tagSet("Line 3")).isEmpty();
  }

  @Test
  void usesAreTargetingFirstAndThenTags() {
    create("line-2");
    sketch.edit(
        SketchWorkspace.ANA,
        new Edit.AddElement(EntityId.tagSet("line-2"), FieldNames.MEMBERS, "m1"),
        Edit.CreateFlag.bool("a"),
        Edit.tag("a", "m1"),
        Edit.CreateFlag.bool("b"),
        new Edit.AddRule(
            "b",
            "production",
            RuleDraft.of("{\"in\":[{\"var\":\"machine\"},{\"$ref\":\"tagset:line-2\"}]}", "on"),
            new Place.Last()),
        Edit.CreateFlag.bool("c"));

    try (MembersViewModel members = sets.members(open())) {
      TagSetUses uses = members.usesProperty().get();

      assertThat(uses.targeting()).isEqualTo(1);
      assertThat(uses.flags())
          .containsExactly(
              new TagSetUses.Use("b", List.of(), List.of("production")),
              new TagSetUses.Use("a", List.of("m1"), List.of()));
    }
  }

  @Test
  void shownTagsAreWrittenToAFile(@TempDir Path folder) throws IOException {
    create("Line 1");
    try (MembersViewModel members = sets.members(open())) {
      members.add("a1, a2, b1");
      members.queryProperty().set("a");

      members.export(folder.resolve("a.txt"));
    }

    assertThat(folder.resolve("a.txt")).hasContent("a1\na2\n");
    assertThat(workspace.doneProperty().get()).isEqualTo("2 tags written to a.txt");
  }

  private void create(String name) {
    sets.nameProperty().set(name);
    sets.enter();
  }

  private TagSetForm open() {
    return Objects.requireNonNull(sets.openProperty().get());
  }
}
