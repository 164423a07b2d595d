package dev.flotilla.app.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final int ANA = 0;
  private static final int BEN = 1;
  private static final int CLEO = 2;

  private final Rehearsal rehearsal = Rehearsal.of(3, Instant.parse("2026-11-21T09:00:00Z"));

  @Test
  void everybodyBeginsWithTheSameSample() {
    assertThat(rehearsal.done()).isEmpty();
    for (RehearsalMachine machine : rehearsal.fleet().machines()) {
      assertThat(machine.workspace().flags()).hasSize(3);
      assertThat(machine.workspace().conflicts()).isEmpty();
      assertThat(machine.workspace()).isEqualTo(rehearsal.fleet().everything());
    }
  }

  @Test
  void whatIsWrittenBehindACutArrivesWhenItIsMended() {
    rehearsal.perform(new Act.Toggle(0));
    write(ANA, "Hi");

    assertThat(rehearsal.fleet().missing(BEN)).isEqualTo(1);
    assertThat(rehearsal.fleet().missing(ANA)).isZero();
    rehearsal.perform(new Act.Toggle(0));

    assertThat(rehearsal.fleet().missing(BEN)).isZero();
    assertThat(text(CLEO)).isEqualTo("Hi");
  }

  @Test
  void twoTextsThatHadNotSeenEachOtherAreOneConflictEverywhere() {
    rehearsal.perform(new Act.Toggle(0));
    write(ANA, "Hi");
    write(BEN, "Welcome");
    rehearsal.perform(new Act.Mend());

    for (RehearsalMachine machine : rehearsal.fleet().machines()) {
      assertThat(machine.workspace().conflicts()).hasSize(1);
    }
    CausalHistory history =
        CausalHistory.of(rehearsal.fleet().log().stream().map(Event::of).toList());
    assertThat(history.areConcurrent(history.size() - 2, history.size() - 1)).isTrue();
  }

  @Test
  void aStepThatIsTakenBackHasNeverBeen() {
    write(ANA, "Hi");
    rehearsal.perform(new Act.Toggle(1));
    Instant then = rehearsal.fleet().now();
    write(BEN, "Welcome");

    assertThat(rehearsal.undo()).isTrue();
    assertThat(text(BEN)).isEqualTo("Hi");
    assertThat(rehearsal.done()).hasSize(1);
    assertThat(rehearsal.fleet().now()).isEqualTo(then);
    assertThat(rehearsal.undo()).isTrue();
    assertThat(rehearsal.line()).isEqualTo(NetworkLine.whole(3));
    assertThat(rehearsal.undo()).isTrue();
    assertThat(rehearsal.undo()).isFalse();
  }

  @Test
  void whatIsRefusedIsNoStep() {
    assertThat(rehearsal.perform(new Act.Change(ANA, "", List.of(Practice.create(Practice.TEXT)))))
        .isPresent();

    assertThat(rehearsal.steps()).isZero();
  }

  @Test
  void aClockThatIsWrongStampsTheEditsOfItsMachine() {
    rehearsal.perform(new Act.SetClock(BEN, Duration.ofHours(1)));
    write(BEN, "Welcome");

    assertThat(rehearsal.done().getLast().time())
        .isEqualTo(rehearsal.fleet().now().minus(Rehearsal.STEP).plus(Duration.ofHours(1)));
  }

  private void write(int machine, String text) {
    Edit edit = Practice.set(Practice.TEXT, Value.of(text));
    assertThat(rehearsal.perform(new Act.Change(machine, text, List.of(edit)))).isEmpty();
  }

  private String text(int machine) {
    return Practice.value(rehearsal.fleet().machines().get(machine).workspace(), Practice.TEXT)
        .orElseThrow()
        .display();
  }
}
