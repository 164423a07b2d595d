package dev.flotilla.app.desktop.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxViewModelTest {
  private final SketchWorkspace sketch = InConflict.typical();
  private final WorkspaceModel workspace = Sketches.model(sketch);
  private final ConflictsViewModel conflicts =
      new ConflictsViewModel(workspace, Sketches.TEXTS, Sketches.moments());
  private final InboxViewModel inbox = new InboxViewModel(conflicts);

  @Test
  void everyConflictIsThereOnceAndElementsOfOneSetAreOneDecision() {
    assertThat(titles())
        .containsExactly(
            "Description",
            "2 tags: beta, mobile",
            "Deleted and edited",
            "Default variant in production",
            "Variant fresh");
    assertThat(inbox.shown().stream().mapToInt(entry -> entry.conflicts().size()).sum())
        .isEqualTo(sketch.workspace().conflicts().size());
  }

  @Test
  void whatIsAboutOneFlagStandsTogetherBelowIt() {
    assertThat(inbox.rows().getFirst())
        .isInstanceOfSatisfying(
            InboxRow.About.class,
            about -> {
              assertThat(about.key()).isEqualTo("checkout-redesign");
              assertThat(about.count()).isEqualTo(2);
            });
    assertThat(inbox.rows()).hasSize(5 + 1);
  }

  // Of two machines with one name only one could be looked for.
  @Test
  void twoMachinesOfOneNameAreToldApart() {
    RehearsalFleet fleet =
        RehearsalFleet.founded(
            "Twins",
            List.of(
                RehearsalMachine.named("Ana’s laptop", SketchWorkspace.ANA, 1),
                RehearsalMachine.named("Tablet", SketchWorkspace.BEN, 2),
                RehearsalMachine.named("Tablet", SketchWorkspace.CHEN, 3)),
            SketchWorkspace.NOW,
            new Edit.CreateEnvironment("production", 1),
            Edit.CreateFlag.bool("a"));
    fleet.cut(1, 2);
    for (int tablet = 1; tablet <= 2; tablet++) {
      Value text = Value.of("By tablet " + tablet);
      fleet.edit(tablet, "", new Edit.SetField(EntityId.flag("a"), FieldNames.DESCRIPTION, text));
    }
    fleet.heal();
    InboxViewModel twins =
        new InboxViewModel(
            new ConflictsViewModel(
                Sketches.model(SketchWorkspace.of(fleet)), Sketches.TEXTS, Sketches.moments()));

    assertThat(twins.machines())
        .extracting(InboxViewModel.Machine::name)
        .hasSize(3)
        .doesNotHaveDuplicates()
        .filteredOn(name -> name.startsWith("Tablet ("))
        .hasSize(2);
    for (InboxViewModel.Machine machine : List.copyOf(twins.machines())) {
      twins.machineProperty().set(machine);
      assertThat(twins.shown()).hasSize(1);
    }
  }

  @Test
  void theListIsNarrowedByTextKindAndMachine() {
    inbox.textProperty().set("AUDIT");
    assertThat(titles()).containsExactly("Description");

    inbox.showAll();
    inbox.kindProperty().set(ConflictKind.DELETIONS);
    assertThat(titles()).containsExactly("Deleted and edited");

    inbox.showAll();
    inbox.machineProperty().set(inbox.machines().get(3));
    assertThat(inbox.machines().get(3).name()).isEqualTo("Build server");
    assertThat(titles()).containsExactly("Deleted and edited", "Variant fresh");
  }

  @Test
  void theReasonsAndWhatNeitherHadSeenComeFromTheLog() {
    select("Description");

    ConflictFacts facts = inbox.lookedProperty().get().of(entry("Description").first());

    SideWords words = new SideWords(workspace, Sketches.TEXTS, Sketches.moments());
    assertThat(facts.sides())
        .extracting(side -> SideWords.reason(side).orElse(""))
        .containsExactly("Legal wants a pause", "Ticket CHK-1182");
    assertThat(words.unseen(facts.sides().getFirst()))
        .singleElement()
        .asString()
        .matches("Your #\\d+ \\(.*\\), only up to your #\\d+\\.");
    assertThat(facts.before())
        .contains(Value.of("The one-page checkout, for everyone in December"));
  }

  @Test
  void aValueIsTakenByItsNumberAndTheNextDecisionIsLookedAt() {
    select("Description");

    inbox.pick(1);

    assertThat(redesign().description()).endsWith("except in Austria");
    assertThat(inbox.title(inbox.selectedProperty().get())).isEqualTo("2 tags: beta, mobile");
  }

  @Test
  void theElementsOfASetAreDecidedTogetherInOneChange() {
    select("2 tags: beta, mobile");
    int changes = sketch.messages().size();

    inbox.pick(1);

    assertThat(redesign().tags()).doesNotContain("beta", "mobile");
    assertThat(sketch.messages()).hasSize(changes + 1);
    workspace.undo();
    assertThat(titles()).contains("2 tags: beta, mobile");
  }

  @Test
  void aDecisionCanBeTakenBackAndIsOpenAgain() {
    select("Description");
    inbox.pick(1);
    assertThat(titles()).doesNotContain("Description");

    workspace.undo();

    assertThat(titles()).contains("Description");
  }

  // Undo writes all sides anew, by whoever takes back: "you had not seen what you wrote" was said.
  @Test
  void whatIsOpenAgainSaysSoAndNotThatSomebodyHadNotSeenHimself() {
    select("Deleted and edited");
    inbox.pick(1);
    assertThat(sketch.messages().getLast()).isEqualTo("newsletter-banner: Delete the flag");

    workspace.undo();

    assertThat(entry("Deleted and edited").first().story())
        .isEqualTo("You took a decision back, so it is open again.");
    assertThat(entry("Variant fresh").first().story()).endsWith("neither had seen the other.");
  }

  @Test
  void aWantedConflictIsShownEvenIfTheListIsNarrowed() {
    String wanted = entry("Variant fresh").id();
    inbox.textProperty().set("newsletter");

    conflicts.selectedProperty().set(wanted);

    assertThat(inbox.selectedProperty().get()).isEqualTo(entry("Variant fresh"));
  }

  @Test
  void somebodyElsesDecisionElsewhereLeavesAloneWhatIsLookedAt() {
    select("Variant fresh");
    InboxViewModel.Looked before = inbox.lookedProperty().get();

    sketch.edit(
        SketchWorkspace.BEN,
        new dev.flotilla.model.Edit.SetField(
            dev.flotilla.model.EntityId.flag("payment.stop"),
            FieldNames.DESCRIPTION,
            Value.of("Only in an emergency")));
    conflicts.resolve(entry("Description").id(), new dev.flotilla.model.Choice.Pick(0));

    assertThat(inbox.lookedProperty().get()).isSameAs(before);
  }

  private Flag redesign() {
    return sketch.workspace().flag("checkout-redesign").orElseThrow();
  }

  private List<String> titles() {
    return inbox.shown().stream().map(inbox::title).toList();
  }

  private InboxEntry entry(String title) {
    return inbox.shown().stream()
        .filter(entry -> inbox.title(entry).equals(title))
        .findFirst()
        .orElseThrow();
  }

  private void select(String title) {
    inbox.selectedProperty().set(entry(title));
  }
}
