package dev.flotilla.app.desktop.causality.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.causality.rehearsal.Tutorial.Progress;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.rehearsal.Act;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Edit;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TutorialTest {
  private static final int ANA = 0;
  private static final int BEN = 1;
  private static final int CLEO = 2;

  private final RehearsalViewModel model =
      new RehearsalViewModel(new UiBridge(Runnable::run), Sketches.TEXTS, Sketches.moments());
  private final DesktopSettings settings = DesktopSettings.forgetful();
  private final Tutorial tutorial = new Tutorial(model, settings, Sketches.TEXTS);

  @Test
  void somebodyWhoDoesWhatIsAskedComesToTheEnd() {
    tutorial.start();
    learns(Lesson.TOGETHER, () -> model.flip(ANA));
    learns(Lesson.LOOK, () -> select(change(0)));
    learns(Lesson.CUT, () -> model.perform(new Act.Toggle(0)));
    learns(Lesson.ALONE, () -> model.write(ANA, "Ahoy"));
    learns(Lesson.AGAIN, () -> model.write(BEN, "Moin"));
    learns(Lesson.ELSEWHERE, () -> model.count(CLEO, 1));
    learns(Lesson.MEND, () -> model.perform(new Act.Toggle(0)));
    learns(Lesson.DECIDE, () -> decide(CLEO));
    learns(
        Lesson.QUESTION,
        () -> {
          select(change(2));
          assertThat(now().found()).isEqualTo(1);
          select(change(3));
        });

    assertThat(tutorial.progressProperty().get()).isNull();
    assertThat(tutorial.canResume()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Lesson.class)
  void eachLessonCanBeShownAndIsLearntThen(Lesson lesson) {
    settings.set(Tutorial.SETTING, lesson.id());
    tutorial.start();
    assertThat(now().lesson()).isEqualTo(lesson);
    assertThat(now().isDone()).isFalse();
    assertThat(now().hint()).isEmpty();

    tutorial.demonstrate();
    tutorial.demonstrate();

    assertThat(now().isDone()).isTrue();
  }

  @Test
  void whoLeavesFindsTheMachinesAsTheStepNeedsThem() {
    settings.set(Tutorial.SETTING, Lesson.AGAIN.id());
    tutorial.start();
    tutorial.leave();
    assertThat(tutorial.progressProperty().get()).isNull();
    model.restart(5);

    assertThat(tutorial.canResume()).isTrue();
    tutorial.start();

    assertThat(now().lesson()).isEqualTo(Lesson.AGAIN);
    assertThat(model.sceneProperty().get().cards()).hasSize(3);
    assertThat(model.sceneProperty().get().line().areApart(ANA, BEN)).isTrue();
  }

  @Test
  void somethingElseIsNotTakenForWhatIsAsked() {
    tutorial.start();
    model.flip(BEN);
    model.write(ANA, "Ahoy");

    assertThat(now().isDone()).isFalse();
  }

  @Test
  void theSameGreetingTwiceIsNoConflictAndNotWhatIsAsked() {
    settings.set(Tutorial.SETTING, Lesson.AGAIN.id());
    tutorial.start();
    model.write(BEN, "Hi there");
    assertThat(now().isDone()).isFalse();

    model.write(BEN, "Moin");

    assertThat(now().isDone()).isTrue();
  }

  @Test
  void whoMendsTooEarlyIsToldHowToGoOn() {
    settings.set(Tutorial.SETTING, Lesson.AGAIN.id());
    tutorial.start();
    model.perform(new Act.Mend());
    assertThat(now().hint()).contains("Set this step up again");

    tutorial.again();

    assertThat(now().hint()).isEmpty();
    assertThat(model.sceneProperty().get().line().areApart(ANA, BEN)).isTrue();
  }

  @Test
  void aWrongAnswerIsExplained() {
    settings.set(Tutorial.SETTING, Lesson.QUESTION.id());
    tutorial.start();
    assertThat(now().wanted()).isEqualTo(2);

    select(change(0));
    assertThat(now().hint()).startsWith("No: Ana had seen this one (Ana, dark-mode on)");
    select(change(1));
    assertThat(now().hint()).startsWith("This is Ana’s greeting itself.");
    select(change(4));
    assertThat(now().hint()).contains("had seen Ana’s greeting");
    select(change(2));
    assertThat(now().hint()).isEmpty();
    assertThat(now().found()).isEqualTo(1);
    assertThat(now().isDone()).isFalse();
  }

  private void learns(Lesson lesson, Runnable deed) {
    assertThat(now().lesson()).isEqualTo(lesson);
    assertThat(now().isDone()).isFalse();
    deed.run();
    assertThat(now().isDone()).as(lesson.name()).isTrue();
    tutorial.next();
  }

  private Progress now() {
    return Objects.requireNonNull(tutorial.progressProperty().get());
  }

  private ChangeRef change(int at) {
    List<LogEntry> done = model.rehearsal().done();
    return done.get(at).ref();
  }

  private void select(ChangeRef change) {
    CausalityModel causality = model.causalityProperty().get();
    causality.selectedProperty().set(change);
  }

  private void decide(int machine) {
    String id =
        model.rehearsal().fleet().machines().get(machine).workspace().conflicts().getFirst().id();
    model.perform(model.acts().decide(machine, new Edit.Resolve(id, new Choice.Pick(1))));
  }
}
