package dev.flotilla.app.desktop.folders;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldersViewModelTest {
  private final SketchWorkspace sketch =
      new SketchWorkspace("Checkout")
          .edit(
              ANA,
              new Edit.CreateFolder("shop", "Shop", Optional.empty()),
              new Edit.CreateFolder("cart", "Cart", Optional.of("shop")),
              new Edit.CreateFolder("mail", "Mail", Optional.empty()),
              Edit.CreateFlag.bool("a"),
              Edit.CreateFlag.bool("b"),
              Edit.CreateFlag.bool("c"))
          .edit(
              ANA, Edit.putInto("a", Optional.of("cart")), Edit.putInto("b", Optional.of("shop")));
  private final WorkspaceModel model = Sketches.model(sketch);
  private final FoldersViewModel folders = new FoldersViewModel(model, Sketches.TEXTS);

  @Test
  void aClosedFolderCountsWhatIsInTheFoldersBelowIt() {
    assertThat(lines()).containsExactly("0 Mail 0", "0 Shop 2");

    folders.setOpen("shop", true);

    assertThat(lines()).containsExactly("0 Mail 0", "0 Shop 2", "1 Cart 1");
  }

  @Test
  void theChosenFolderShowsItsFlagsAndThoseBelow() {
    folders.chosenProperty().set("shop");

    assertThat(shown()).containsExactly("a", "b");
    assertThat(folders.pathProperty().get()).isEqualTo("Shop");

    folders.chosenProperty().set("cart");

    assertThat(shown()).containsExactly("a");
    assertThat(folders.pathProperty().get()).isEqualTo("Shop / Cart");
  }

  @Test
  void whatOthersPutIntoAFolderOfTheChosenOneIsShownToo() {
    folders.chosenProperty().set("shop");

    sketch.edit(BEN, new Edit.CreateFolder("pay", "Payment", Optional.of("shop")));
    sketch.edit(BEN, Edit.putInto("c", Optional.of("pay")));

    assertThat(shown()).containsExactly("a", "b", "c");
  }

  @Test
  void aChosenFolderThatSomebodyDeletesGivesWayToAllFlags() {
    folders.chosenProperty().set("mail");

    sketch.edit(BEN, new Edit.DeleteEntity(EntityId.folder("mail")));

    assertThat(folders.chosenProperty().get()).isEmpty();
    assertThat(shown()).containsExactly("a", "b", "c");
  }

  @Test
  void moreFlagsThanAChangeCanHoldArePutIntoAFolderAndTakenBackTogether() {
    List<String> keys = IntStream.range(0, 5_000).mapToObj(at -> "many-" + at).toList();
    for (int from = 0; from < keys.size(); from += 500) {
      sketch.edit(
          ANA,
          keys.subList(from, from + 500).stream().map(Edit.CreateFlag::bool).toArray(Edit[]::new));
    }

    folders.put(keys, Optional.of("mail"));

    assertThat(lines()).contains("0 Mail 5000");
    assertThat(model.doneProperty().get()).isEqualTo("5,000 flags put into Mail");

    model.undo();

    assertThat(lines()).contains("0 Mail 0");
  }

  @Test
  void anEditThatMovesNothingLeavesTheLinesAsTheyAre() {
    List<FolderRow> before = folders.rowsProperty().get();

    sketch.edit(BEN, new Edit.SetField(EntityId.flag("a"), "description", Value.of("new")));

    assertThat(folders.rowsProperty().get()).isSameAs(before);

    sketch.edit(BEN, new Edit.DeleteEntity(EntityId.flag("a")));

    assertThat(lines()).contains("0 Shop 1");
  }

  @Test
  void flagsArePutIntoAFolderByOneChangeThatOneUndoTakesBack() {
    folders.put(List.of("a", "b", "c"), Optional.of("mail"));

    assertThat(folderOf("a")).contains("mail");
    assertThat(folderOf("c")).contains("mail");
    assertThat(model.doneProperty().get()).isEqualTo("3 flags put into Mail");

    model.undo();

    assertThat(folderOf("a")).contains("cart");
    assertThat(folderOf("b")).contains("shop");
    assertThat(folderOf("c")).isEmpty();
  }

  @Test
  void flagsThatAreThereAlreadyAreLeftAlone() {
    long before = sketch.workspace().vector().get(ANA);

    folders.put(List.of("b"), Optional.of("shop"));

    assertThat(sketch.workspace().vector().get(ANA)).isEqualTo(before);
  }

  @Test
  void aFolderCannotBePutIntoItselfOrAFolderBelow() {
    assertThat(folders.canMove("shop", Optional.of("cart"))).isFalse();
    assertThat(folders.canMove("shop", Optional.of("shop"))).isFalse();
    assertThat(folders.canMove("mail", Optional.empty())).as("where it is").isFalse();
    assertThat(folders.canMove("mail", Optional.of("cart"))).isTrue();
  }

  @Test
  void aMovedFolderKeepsWhatIsInIt() {
    folders.move("shop", Optional.of("mail"));
    folders.setOpen("shop", true);

    assertThat(lines()).containsExactly("0 Mail 2", "1 Shop 2", "2 Cart 1");
  }

  @Test
  void aNewFolderGetsAKeyThatNoOtherHas() {
    assertThat(folders.create(" Größe & Co. ", Optional.empty())).isEqualTo("größe-co");
    assertThat(folders.create("größe co", Optional.of("shop"))).isEqualTo("größe-co-2");
    assertThat(folders.create("???", Optional.empty())).isEqualTo("folder");
    assertThat(sketch.workspace().folder("größe-co").orElseThrow().name()).isEqualTo("Größe & Co.");
  }

  @Test
  void whatIsInADeletedFolderShowsInTheOneAround() {
    folders.delete("cart");

    assertThat(folderOf("a")).contains("shop");
  }

  private Optional<String> folderOf(String flag) {
    return sketch.workspace().flag(flag).orElseThrow().folder();
  }

  private List<String> shown() {
    return sketch.workspace().flags().stream()
        .filter(folders.scopeProperty().get())
        .map(Flag::key)
        .toList();
  }

  private List<String> lines() {
    return folders.rowsProperty().get().stream()
        .map(row -> row.depth() + " " + row.name() + " " + row.flags())
        .toList();
  }
}
