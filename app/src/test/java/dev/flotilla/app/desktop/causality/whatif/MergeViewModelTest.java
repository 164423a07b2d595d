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
import dev.flotilla.model.Edit;
import dev.flotilla.net.change.ChangeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class MergeViewModelTest {
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
    return new MergeViewModel(causality, Sketches.TEXTS, Sketches.MOMENTS);
  }
}
