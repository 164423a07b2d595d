package dev.flotilla.app.desktop.causality.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.ApartTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.whatif.Meeting.Verdict;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Octets;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.BackedUp;
import dev.flotilla.net.node.LogEntry;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeViewModelTest {
  private static final Path BACKUP = Path.of("studio.bak");

  @Test
  void aMachineThatIsAwayIsMetFirstAndWhatIsNotKnownIsSaid() {
    try (CausalityModel causality = causality(ApartTeam.typical());
        MergeViewModel merge = merge(causality)) {
      Meeting meeting = meeting(merge);

      assertThat(merge.away()).extracting(Cut::name).containsExactly("Studio Mac");
      assertThat(meeting.verdicts())
          .extracting(Verdict::sentence)
          .containsExactly(
              "This machine has everything that is known of Studio Mac. Studio Mac would get 13 changes.",
              "No conflict would arise.",
              "Applications would read the same as before.");
      assertThat(meeting.unknown())
          .singleElement()
          .asString()
          .startsWith("Studio Mac was last heard 41 min ago.")
          .contains("checkout-redesign");
      assertThat(meeting.one().groups()).isEmpty();
      assertThat(meeting.other().groups()).isNotEmpty();
    }
  }

  @Test
  void twoChangesOfTheDiagramCanBeMetAndTheirConflictIsTold() {
    try (CausalityModel causality = causality(ApartTeam.typical());
        MergeViewModel merge = merge(causality)) {
      causality.selectedProperty().set(change(causality, "Ticket CHK-1182"));
      causality.comparedProperty().set(change(causality, "The line was stopped"));

      assertThat(meeting(merge).conflicts())
          .singleElement()
          .satisfies(told -> {
            assertThat(told.place()).isEqualTo("Description");
            assertThat(told.sides()).hasSize(2);
          });
      assertThat(meeting(merge).verdicts().get(1).isWarning()).isTrue();
    }
  }

  @Test
  void whatApplicationsReadIsToldForEachSide() {
    try (CausalityModel causality = causality(SketchWorkspace.of(Switched.apart()));
        MergeViewModel merge = merge(causality)) {
      causality.selectedProperty().set(change(causality, Switched.ON));
      causality.comparedProperty().set(change(causality, Switched.OFF));

      assertThat(meeting(merge).served())
          .anySatisfy(line -> {
            assertThat(line.flag()).isEqualTo("line-2.scanner");
            assertThat(line.before()).isEqualTo("off");
            assertThat(line.after()).isEqualTo("true");
          });
    }
  }

  @Test
  void whatWasChosenStaysChosenWhileChangesArrive() {
    SketchWorkspace sketch = ApartTeam.typical();
    try (CausalityModel causality = causality(sketch);
        MergeViewModel merge = merge(causality)) {
      String before = meeting(merge).verdicts().getFirst().sentence();

      sketch.edit(SketchWorkspace.ANA, Edit.tag("checkout-redesign", "new"));

      assertThat(merge.otherProperty().get()).extracting(Cut::name).isEqualTo("Studio Mac");
      assertThat(meeting(merge).verdicts().getFirst().sentence())
          .isNotEqualTo(before)
          .contains("14 changes");
    }
  }

  // What a machine has done since it was last heard, nobody here can know; its backup tells.
  @Test
  void theBackupOfAMachineThatIsAwayTellsWhatItHasNotTold() {
    RehearsalFleet fleet = ApartTeam.morning();
    fleet.edit(ApartTeam.STUDIO, "The studio knows better", describe("The studio's"));
    fleet.edit(ApartTeam.ANA, "", describe("Ana's"));
    SketchWorkspace sketch = SketchWorkspace.of(fleet);
    Workspace before = sketch.workspace();
    sketch.backups(Map.of(BACKUP, backup(fleet, before)));
    try (CausalityModel causality = causality(sketch);
        MergeViewModel merge = merge(causality)) {
      merge.meetBackup(BACKUP);

      Meeting meeting = meeting(merge);
      assertThat(merge.otherProperty().get()).extracting(Cut::name).isEqualTo("Backup studio.bak");
      assertThat(meeting.conflicts())
          .singleElement()
          .satisfies(told -> assertThat(told.place()).isEqualTo("Description"));
      assertThat(meeting.verdicts().getFirst().sentence())
          .startsWith("This machine would get one change, Backup studio.bak would get");
      assertThat(meeting.unknown()).isEmpty();
      assertThat(sketch.workspace()).isSameAs(before);

      sketch.edit(SketchWorkspace.ANA, Edit.tag("checkout-redesign", "new"));
      assertThat(merge.otherProperty().get()).extracting(Cut::name).isEqualTo("Backup studio.bak");
      assertThat(meeting(merge).conflicts()).hasSize(1);
    }
  }

  @Test
  void aBackupThatCannotBeReadOrIsAnothersIsRefused() {
    SketchWorkspace sketch = ApartTeam.typical();
    WorkspaceId other = new WorkspaceId(Octets.of(new byte[WorkspaceId.BYTES]));
    sketch.backups(Map.of(BACKUP, new BackedUp(other, Workspace.EMPTY, List.of())));
    try (CausalityModel causality = causality(sketch);
        MergeViewModel merge = merge(causality)) {
      merge.meetBackup(Path.of("nothing.bak"));
      assertThat(merge.problemProperty().get()).contains("nothing.bak");
      assertThat(merge.busyProperty().get()).isFalse();

      merge.meetBackup(BACKUP);
      assertThat(merge.problemProperty().get()).startsWith("This backup is of another workspace");
      assertThat(merge.choices()).noneMatch(cut -> cut.key().startsWith("backup:"));
    }
  }

  private static BackedUp backup(RehearsalFleet fleet, Workspace here) {
    Workspace there = fleet.machines().get(ApartTeam.STUDIO).workspace();
    List<LogEntry> news =
        fleet.log().stream()
            .filter(change -> {
              Dot first = new Dot(change.author(), change.first());
              return there.vector().contains(first) && !here.vector().contains(first);
            })
            .toList()
            .reversed();
    return new BackedUp(here.id().orElseThrow(), there, news);
  }

  private static Edit describe(String text) {
    return new Edit.SetField(
        EntityId.flag("checkout-redesign"), FieldNames.DESCRIPTION, Value.of(text));
  }

  @Test
  void aloneThereIsNobodyToMeet() {
    try (CausalityModel causality = causality(SketchWorkspace.alone("Checkout"));
        MergeViewModel merge = merge(causality)) {
      assertThat(merge.meetingProperty().get()).isNull();
      assertThat(merge.busyProperty().get()).isFalse();
    }
  }

  @Test
  void lookingCanBeStopped() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    UiBridge ui = new UiBridge(tasks::add);
    WorkspaceModel model = new WorkspaceModel(ApartTeam.typical(), ui, Sketches.TEXTS);
    try (CausalityModel causality = new CausalityModel(model, Sketches.TEXTS);
        MergeViewModel merge = merge(causality)) {
      while (!merge.busyProperty().get()) {
        tasks.remove().run();
      }

      merge.cancel();
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }

      assertThat(merge.busyProperty().get()).isFalse();
      assertThat(merge.meetingProperty().get()).isNull();
    }
  }

  // The answer to the question before stood below the next one until that was worked out, and for
  // good where that was stopped.
  @Test
  void anAnswerStandsBelowItsOwnQuestionOnly() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    UiBridge ui = new UiBridge(tasks::add);
    WorkspaceModel model = new WorkspaceModel(ApartTeam.typical(), ui, Sketches.TEXTS);
    try (CausalityModel causality = new CausalityModel(model, Sketches.TEXTS);
        MergeViewModel merge = merge(causality)) {
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
      assertThat(merge.meetingProperty().get()).isNotNull();

      merge.otherProperty().set(merge.choices().get(1));
      assertThat(merge.meetingProperty().get()).isNull();
      merge.cancel();
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }

      assertThat(merge.meetingProperty().get()).isNull();
      assertThat(merge.problemProperty().get()).startsWith("Stopped");
    }
  }

  private static Meeting meeting(MergeViewModel merge) {
    Meeting meeting = merge.meetingProperty().get();
    assertThat(meeting).isNotNull();
    return meeting;
  }

  private static ChangeRef change(CausalityModel causality, String message) {
    return causality.historyProperty().get().events().stream()
        .filter(event -> event.message().equals(message))
        .map(Event::ref)
        .findFirst()
        .orElseThrow();
  }

  private static CausalityModel causality(SketchWorkspace sketch) {
    return new CausalityModel(Sketches.model(sketch), Sketches.TEXTS);
  }

  private static MergeViewModel merge(CausalityModel causality) {
    return new MergeViewModel(causality, Sketches.TEXTS, Sketches.moments());
  }
}
