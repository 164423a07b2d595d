package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Refusal.Reason;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CountingTest {
  private static final ReplicaId OTHER = new ReplicaId(9, 9);

  private final Desk desk = new Desk();

  @Test
  void aNewCounterStandsAtZero() {
    desk.edit(new Edit.CreateCounter("deploys", "Since January"));

    var counter = counter();
    assertThat(counter.value()).isZero();
    assertThat(counter.description()).isEqualTo("Since January");
    assertThat(counter.contributions()).isEmpty();
    assertThat(counter.id()).isEqualTo(EntityId.counter("deploys"));
    assertThat(desk.now().counters()).containsExactly(counter);
    assertThat(desk.now().counter("others")).isEmpty();
  }

  @Test
  void whatIsAddedIsKeptForEachReplica() {
    desk.edit(new Edit.CreateCounter("deploys", ""));
    desk.edit(add(5));
    desk.edit(add(-7));
    desk.applyUnseen(counted(OTHER), Value.Number.of(40));

    assertThat(counter().value()).isEqualTo(38);
    assertThat(counter().counted(Desk.REPLICA)).isEqualTo(-2);
    assertThat(counter().counted(OTHER)).isEqualTo(40);
    assertThat(counter().counted(new ReplicaId(7, 7))).isZero();
    assertThat(counter().conflicted()).isFalse();
  }

  @Test
  void severalAmountsOfOneChangeAddUp() {
    desk.edit(new Edit.CreateCounter("deploys", ""), add(1), add(1), add(-10));

    assertThat(counter().value()).isEqualTo(-8);
    assertThat(counter().conflicted()).isFalse();
  }

  @Test
  void theEndsAreReachedExactlyAndNotPassed() {
    desk.edit(new Edit.CreateCounter("deploys", ""), add(Counter.MAX));

    assertThat(counter().value()).isEqualTo(9_007_199_254_740_992L);
    desk.refuses(
        Reason.OUT_OF_RANGE,
        "Counter \"deploys\" stands at 9,007,199,254,740,992, of which 9,007,199,254,740,992 were counted here; 1 more is beyond what a counter and each of its devices hold, which is -9,007,199,254,740,992 to 9,007,199,254,740,992.",
        add(1));
    assertThat(desk.plan(add(Long.MAX_VALUE))).isInstanceOf(Plan.Refused.class);
    assertThat(desk.plan(add(Long.MIN_VALUE))).isInstanceOf(Plan.Refused.class);
    desk.edit(add(-2 * Counter.MAX));
    assertThat(counter().value()).isEqualTo(Counter.MIN);
    assertThat(desk.plan(add(-1))).isInstanceOf(Plan.Refused.class);
  }

  @Test
  void whatMergesLeftBeyondTheEndsCanBeBroughtBack() {
    desk.edit(new Edit.CreateCounter("deploys", ""));
    desk.applyUnseen(counted(OTHER), Value.Number.of(Counter.MAX));
    desk.applyUnseen(counted(new ReplicaId(9, 10)), Value.Number.of(Counter.MAX));

    assertThat(counter().value()).isEqualTo(2 * Counter.MAX);
    assertThat(desk.plan(add(1))).isInstanceOf(Plan.Refused.class);
    desk.edit(add(-3));
    assertThat(counter().value()).isEqualTo(2 * Counter.MAX - 3);
  }

  @Test
  void sumsBeyondAllNumbersReadAsTheLastOne() {
    desk.edit(new Edit.CreateCounter("deploys", ""));
    for (int n = 0; n < 1100; n++) {
      desk.applyUnseen(counted(new ReplicaId(5, n)), Value.Number.of(Counter.MIN));
    }

    assertThat(counter().value()).isEqualTo(Long.MIN_VALUE);
    desk.edit(add(1));
  }

  @Test
  void whatNoEditWritesReadsAsNotSet() {
    desk.edit(new Edit.CreateCounter("deploys", ""), add(3));
    desk.applyUnseen(counted(OTHER), new Value.Number(new BigDecimal("1.5")));
    desk.applyUnseen(counted(new ReplicaId(9, 10)), new Value.Number(new BigDecimal("1e400")));
    desk.applyUnseen(counted(new ReplicaId(9, 11)), Value.of("many"));
    desk.applyUnseen(new Slot.Field(EntityId.counter("deploys"), "by/me"), Value.Number.of(7));

    assertThat(counter().value()).isEqualTo(3);
    assertThat(counter().contributions()).isEqualTo(new TreeMap<>(Map.of(Desk.REPLICA, 3L)));
  }

  @Test
  void whatACopiedHomeCountedIsAConflictThatCountingOnDoesNotHide() {
    desk.edit(new Edit.CreateCounter("deploys", ""), add(3));
    desk.applyUnseen(counted(Desk.REPLICA), Value.Number.of(5));

    assertThat(counter().conflicted()).isTrue();
    assertThat(counter().value()).isEqualTo(5);
    desk.edit(add(2));
    assertThat(counter().value()).isEqualTo(7);
    assertThat(desk.now().conflicts()).hasSize(1);

    var conflict = desk.now().conflicts().getFirst();
    desk.edit(new Edit.Resolve(conflict.id(), new Choice.Pick(0)));
    assertThat(counter().value()).isEqualTo(7);
    assertThat(counter().conflicted()).isFalse();
  }

  @Test
  void aCounterThatIsMadeAgainBeginsAtZero() {
    desk.edit(new Edit.CreateCounter("deploys", "old"), add(3));
    desk.edit(new Edit.DeleteEntity(EntityId.counter("deploys")));
    assertThat(desk.now().counters()).isEmpty();

    desk.edit(new Edit.CreateCounter("deploys", ""));

    assertThat(counter().value()).isZero();
    assertThat(counter().description()).isEmpty();
  }

  @Test
  void aCounterIsBroughtToWhatItStoodAtByTheDifference() {
    desk.edit(new Edit.CreateCounter("deploys", "ours"), add(3));
    desk.applyUnseen(counted(OTHER), Value.Number.of(40));
    var wanted = desk.now();
    desk.edit(add(7));

    assertThat(EditsBetween.of(desk.now(), wanted)).containsExactly(add(-7));

    desk.edit(new Edit.DeleteEntity(EntityId.counter("deploys")));
    assertThat(EditsBetween.of(desk.now(), wanted))
        .containsExactly(new Edit.CreateCounter("deploys", "ours"), add(43));
    desk.edit(EditsBetween.of(desk.now(), wanted).toArray(Edit[]::new));
    assertThat(counter().value()).isEqualTo(43);
    assertThat(EditsBetween.of(desk.now(), wanted)).isEmpty();
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    desk.edit(new Edit.CreateCounter("deploys", ""));

    desk.refuses(
        Reason.EXISTS,
        "There is a counter \"deploys\" already. Change that one, or choose another key.",
        new Edit.CreateCounter("deploys", ""));
    desk.refuses(
        Reason.UNKNOWN_COUNTER,
        "There is no counter \"deploy\". Counters here: deploys.",
        new Edit.AddToCounter("deploy", 1));
    desk.refuses(Reason.NOTHING_TO_DO, "Adding 0 to a counter changes nothing.", add(0));
    desk.refuses(
        Reason.INVALID_VALUE,
        "What a replica has counted is not set by anybody. Add to the counter instead.",
        Desk.set(
            EntityId.counter("deploys"), FieldNames.counted(Desk.REPLICA), Value.Number.of(1)));
    desk.refuses(
        Reason.UNKNOWN_FIELD,
        "A counter has no field \"colour\". Fields: description.",
        Desk.set(EntityId.counter("deploys"), FieldNames.COLOUR, Value.of("blue")));
    desk.refuses(
        Reason.INVALID_KEY,
        "The key of a counter must not be empty.",
        new Edit.CreateCounter("", ""));
  }

  private Counter counter() {
    return desk.now().counter("deploys").orElseThrow();
  }

  private static Edit add(long amount) {
    return new Edit.AddToCounter("deploys", amount);
  }

  private static Slot.Field counted(ReplicaId replica) {
    return new Slot.Field(EntityId.counter("deploys"), FieldNames.counted(replica));
  }
}
