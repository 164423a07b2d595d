package dev.flotilla.app.desktop.shell;

import static dev.flotilla.app.desktop.SketchWorkspace.ANA;
import static dev.flotilla.app.desktop.SketchWorkspace.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.form.FieldModel;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.session.Drafts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
  private static final EntityId A = EntityId.flag("a");

  private final SketchWorkspace sketch =
      new SketchWorkspace("Checkout").edit(ANA, Edit.CreateFlag.bool("a"));
  private final ShellViewModel shell =
      new ShellViewModel(Sketches.model(sketch), Sketches.TEXTS, Sketches.moments());

  @Test
  void closingTheConflictsBesideTheWholePageOfAFlagLeavesTheFlagThere() {
    shell.editFlag("a");
    shell.panelProperty().set(ShellViewModel.Panel.CONFLICTS);

    shell.closePanel();

    assertThat(shell.sectionProperty().get()).isEqualTo(Section.FLAG);
    assertThat(shell.editorProperty().get()).isNotNull();
    assertThat(shell.panelProperty().get()).isEqualTo(ShellViewModel.Panel.CLOSED);
  }

  @Test
  void closingThePanelBesideTheTablePutsTheFlagAway() {
    shell.openFlag("a");

    shell.closePanel();

    assertThat(shell.editorProperty().get()).isNull();
  }

  @Test
  void aDraftThatSomebodyOvertookIsThereWhenTheFlagIsComeBackTo() {
    sketch.edit(ANA, Edit.CreateFlag.bool("b"));
    shell.openFlag("a");
    description().draftProperty().set("mine");
    sketch.edit(BEN, new Edit.SetField(A, FieldNames.DESCRIPTION, Value.of("theirs")));
    description().leave();

    shell.openFlag("b");
    assertThat(shell.model().drafts().of(A)).containsExactly(FieldNames.DESCRIPTION);
    shell.openFlag("a");

    assertThat(description().draftProperty().get()).isEqualTo("mine");
    assertThat(description().overtakenProperty().get()).isTrue();
    description().keepMine();
    assertThat(sketch.workspace().flag("a").orElseThrow().description()).isEqualTo("mine");
    assertThat(shell.model().drafts().of(A)).isEmpty();
  }

  @Test
  void aPastWithoutTheFlagTakesNoDraftAway() {
    LogEntry before = newest();
    sketch.edit(ANA, Edit.CreateFlag.bool("b"));
    shell.openFlag("b");
    description().draftProperty().set("mine");

    shell.model().timeTravel().go(before);
    assertThat(shell.editorProperty().get()).isNull();
    shell.model().timeTravel().leave();
    shell.openFlag("b");

    assertThat(description().draftProperty().get()).isEqualTo("mine");
    assertThat(description().overtakenProperty().get()).isFalse();
  }

  @Test
  void aDraftOfAVariantThatSomebodyRemovedIsNotKeptWhereNobodyCouldDropIt() {
    shell.openFlag("a");
    shell.model().drafts().keep(new Place(A, FieldNames.variant("off")), new Drafts.Draft() {});

    sketch.edit(BEN, new Edit.SetField(A, FieldNames.variant("off"), Value.absent()));

    assertThat(shell.model().drafts().of(A)).isEmpty();
  }

  private FieldModel<SortedSet<Dot>> description() {
    return Objects.requireNonNull(shell.editorProperty().get()).description();
  }

  private LogEntry newest() {
    List<LogEntry> page = sketch.history().page(LogQuery.newest(1)).entries();
    return page.getFirst();
  }
}
