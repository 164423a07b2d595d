package dev.flotilla.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An addition to a counter is taken back by its amount, whatever was counted since.
class TakingCountsBackTest {
  private static final EntityId DEPLOYS = EntityId.counter("deploys");
  private static final Slot.Field OWN = counted(Desk.REPLICA);

  private final Desk desk = new Desk();

  @BeforeEach
  void thereIsACounter() {
    desk.edit(new Edit.CreateCounter("deploys", ""));
  }

  /// A step and whether it counts just now.
  private record Step(long amount, Written change, boolean counts) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void inWhateverOrderStepsGoAndComeTheCounterIsTheSumOfThoseThatCount(long seed) {
    var random = new SplittableRandom(seed);
    var steps = new ArrayList<Step>();
    long others = 0;
    for (int n = 0; n < 60; n++) {
      switch (random.nextInt(4)) {
        case 0 -> {
          long amount = random.nextLong(1, 5) * (random.nextBoolean() ? 1 : -1);
          steps.add(new Step(amount, edit(add(amount)), true));
        }
        case 1 -> {
          others += 10;
          desk.applyUnseen(counted(new ReplicaId(8, n)), Value.Number.of(10));
        }
        default -> {
          if (!steps.isEmpty()) {
            int at = random.nextInt(steps.size());
            var step = steps.get(at);
            steps.set(at, new Step(step.amount(), putBack(step.change()), !step.counts()));
          }
        }
      }
      long sum = steps.stream().filter(Step::counts).mapToLong(Step::amount).sum();
      assertThat(value()).isEqualTo(others + sum);
      assertThat(desk.now().conflicts()).isEmpty();
    }
  }

  @Test
  void aResolutionThatWasCountedOnIsOpenAgainWithWhatWasCountedSince() {
    desk.edit(add(3));
    desk.applyUnseen(OWN, Value.Number.of(5));
    var resolved =
        edit(new Edit.Resolve(desk.now().conflicts().getFirst().id(), new Choice.Pick(1)));
    long picked = value();
    desk.edit(add(2));

    var undone = putBack(resolved);

    assertThat(desk.now().conflicts().getFirst().alternatives())
        .extracting(Alternative::value)
        .containsExactlyInAnyOrder(Value.Number.of(5), Value.Number.of(7));
    putBack(undone);
    assertThat(desk.now().conflicts()).isEmpty();
    assertThat(value()).isEqualTo(picked + 2);
  }

  @Test
  void ifSomebodyElseSettledWhatWasCountedThatStays() {
    var added = edit(add(3));
    desk.apply(
        new ReplicaId(9, 9),
        List.of(
            new Operation.Write(OWN, Value.Number.of(8), Contents.dots(desk.now().siblings(OWN)))));

    assertThat(desk.plan(edits(added))).isInstanceOf(Plan.Refused.class);
    assertThat(value()).isEqualTo(8);
  }

  @Test
  void aCounterThatWasMadeAnewKnowsNothingOfWhatWasCountedBefore() {
    var added = edit(add(3));
    desk.edit(new Edit.DeleteEntity(DEPLOYS));
    assertThat(desk.plan(edits(added))).isInstanceOf(Plan.Refused.class);
    desk.edit(new Edit.CreateCounter("deploys", ""));

    assertThat(desk.plan(edits(added))).isInstanceOf(Plan.Refused.class);
    assertThat(value()).isZero();
  }

  @Test
  void theWayBackEndsWhereCountersEnd() {
    var taken = edit(add(-5));
    desk.edit(add(Counter.MAX));
    desk.edit(add(5));

    assertThat(desk.plan(edits(taken)))
        .isInstanceOfSatisfying(
            Plan.Refused.class,
            refused ->
                assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.OUT_OF_RANGE));
  }

  @Test
  void theSizeIsNeverUnderestimated() {
    var added = edit(add(1));
    desk.edit(add(Counter.MAX - 1));

    var operations = ((Plan.Accepted) desk.plan(edits(added))).operations();
    var size = EditPlanner.sizeAtMost(desk.now(), edits(added)[0]);
    assertThat(size.operations()).isGreaterThanOrEqualTo(operations.size());
    assertThat(size.bytes()).isGreaterThanOrEqualTo(OperationCodec.size(Desk.REPLICA, operations));
  }

  private Written edit(Edit... edits) {
    var before = desk.now();
    long first = before.vector().get(Desk.REPLICA) + 1;
    return Written.of(before, Desk.REPLICA, first, desk.edit(edits));
  }

  private Written putBack(Written change) {
    return edit(edits(change));
  }

  private static Edit[] edits(Written change) {
    return change.putBack(UnaryOperator.identity()).toArray(Edit[]::new);
  }

  private long value() {
    return desk.now().counter("deploys").orElseThrow().value();
  }

  private static Edit add(long amount) {
    return new Edit.AddToCounter("deploys", amount);
  }

  private static Slot.Field counted(ReplicaId replica) {
    return new Slot.Field(DEPLOYS, FieldNames.counted(replica));
  }
}
