package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Counter;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.OperationCodec;
import dev.flotilla.model.Plan;
import dev.flotilla.testkit.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Counters that several replicas add to at once: the value is the sum of what everybody added, in
/// whatever order it arrives, and nobody's addition is a conflict.
class CountersConvergeTest {
  private static final int REPLICAS = 4;
  private static final int STEPS = 60;

  @Seeded(20)
  void theValueIsTheSumOfAllThatWasAdded(long seed) {
    var random = new SplittableRandom(seed);
    var fleet = new Fleet(REPLICAS);
    fleet.edit(0, new Edit.CreateCounter("deploys", ""));
    fleet.syncAll();
    long sum = 0;
    long[] by = new long[REPLICAS];

    for (int step = 0; step < STEPS; step++) {
      int replica = random.nextInt(REPLICAS);
      long amount = random.nextInt(-9, 10);
      if (fleet.tryEdit(replica, add(amount)) instanceof Plan.Accepted) {
        sum += amount;
        by[replica] += amount;
      }
      if (random.nextInt(4) == 0) {
        fleet.sync(replica, random.nextInt(REPLICAS));
      }
    }
    fleet.syncAll();

    var counter = counter(fleet, random.nextInt(REPLICAS));
    assertThat(counter.value()).isEqualTo(sum);
    for (int replica = 0; replica < REPLICAS; replica++) {
      assertThat(counter.counted(Fleet.id(replica))).isEqualTo(by[replica]);
    }
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    assertThat(fleet.isInSync()).isTrue();
    MergeOrders.assertSame(fleet);
  }

  @Seeded(10)
  void noEditOfACounterTakesMoreThanWasForetold(long seed) {
    var random = new SplittableRandom(seed);
    var fleet = new Fleet(2);
    for (int step = 0; step < STEPS; step++) {
      int replica = random.nextInt(2);
      var before = fleet.workspace(replica);
      Edit edit =
          switch (random.nextInt(6)) {
            case 0 -> new Edit.CreateCounter("deploys", "x".repeat(random.nextInt(40)));
            case 1 -> new Edit.DeleteEntity(EntityId.counter("deploys"));
            default -> add(random.nextLong(-Counter.MAX, Counter.MAX));
          };
      var foretold = EditPlanner.sizeAtMost(before, edit);
      if (fleet.tryEdit(replica, edit) instanceof Plan.Accepted(var operations)) {
        var bytes = new CanonicalWriter();
        OperationCodec.encode(bytes, Fleet.id(replica), operations);

        assertThat(operations.size()).as("%s", edit).isLessThanOrEqualTo(foretold.operations());
        assertThat(bytes.toBytes().length).as("%s", edit).isLessThanOrEqualTo(foretold.bytes());
      }
      if (random.nextInt(5) == 0) {
        fleet.sync(replica, 1 - replica);
      }
    }
  }

  @Test
  void addingToACounterThatIsDeletedMeanwhileKeepsIt() {
    var fleet = new Fleet(2);
    fleet.edit(0, new Edit.CreateCounter("deploys", ""), add(3));
    fleet.syncAll();

    fleet.edit(0, new Edit.DeleteEntity(EntityId.counter("deploys")));
    fleet.edit(1, add(2));
    fleet.syncAll();

    assertThat(counter(fleet, 0).value()).isEqualTo(5);
    var conflict = fleet.workspace(0).conflicts().getFirst();
    assertThat(conflict).isInstanceOf(Conflict.DeleteUpdate.class);
    fleet.edit(0, new Edit.Resolve(conflict.id(), new Choice.Pick(1)));
    fleet.syncAll();
    assertThat(fleet.workspace(1).counters()).isEmpty();
    MergeOrders.assertSame(fleet);
  }

  @Test
  void twoWhoCreateOneCounterCountTogether() {
    var fleet = new Fleet(2);
    fleet.edit(0, new Edit.CreateCounter("deploys", ""), add(3));
    fleet.edit(1, new Edit.CreateCounter("deploys", ""), add(4));
    fleet.syncAll();

    assertThat(counter(fleet, 0).value()).isEqualTo(7);
    assertThat(fleet.workspace(0).conflicts()).isEmpty();
    MergeOrders.assertSame(fleet);
  }

  private static Counter counter(Fleet fleet, int replica) {
    return fleet.workspace(replica).counter("deploys").orElseThrow();
  }

  private static Edit add(long amount) {
    return new Edit.AddToCounter("deploys", amount);
  }
}
