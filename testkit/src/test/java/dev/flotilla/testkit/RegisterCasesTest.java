package dev.flotilla.testkit;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.GCounter;
import dev.flotilla.crdt.types.LwwRegister;
import dev.flotilla.crdt.types.PnCounter;
import dev.flotilla.crdt.types.SiblingRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Mistakes with counters and registers that other projects have shipped, one test each.
class RegisterCasesTest {

  private static final ReplicaId ADA = Samples.replica(0);
  private static final ReplicaId BOB = Samples.replica(1);
  private static final ReplicaId CY = Samples.replica(2);

  /// A write that some replica makes.
  private record Written(Dot dot, HybridTimestamp at, String value) {}

  @Seeded(50)
  void counterSumEqualsAppliedIncrements(long seed) {
    // A counter that adds what it receives counts a delta twice that arrives twice, and one that is
    // a single number loses concurrent increments when the greater one wins. Each replica has a
    // count of its own here, of which the greater is the newer.
    var random = new SplittableRandom(seed);
    var grown = new ArrayList<>(List.of(GCounter.ZERO, GCounter.ZERO, GCounter.ZERO));
    var both = new ArrayList<>(List.of(PnCounter.ZERO, PnCounter.ZERO, PnCounter.ZERO));
    var increments = new ArrayList<Delta<GCounter>>();
    var changes = new ArrayList<Delta<PnCounter>>();
    long sum = 0;
    long balance = 0;
    for (int n = 0; n < 60; n++) {
      int replica = random.nextInt(3);
      int amount = random.nextInt(5);
      var id = Samples.replica(replica);
      var increment = grown.get(replica).increment(id, amount);
      boolean up = random.nextBoolean();
      var now = both.get(replica);
      var change = up ? now.increment(id, amount) : now.decrement(id, amount);
      sum += amount;
      balance += up ? amount : -amount;
      increments.add(increment);
      changes.add(change);
      grown.set(replica, increment.applyTo(grown.get(replica)));
      both.set(replica, change.applyTo(now));
    }
    increments.addAll(Samples.some(random, increments));
    changes.addAll(Samples.some(random, changes));

    var total = GCounter.ZERO;
    for (var increment : Samples.shuffled(random, increments)) {
      total = increment.applyTo(total);
    }
    var difference = PnCounter.ZERO;
    for (var change : Samples.shuffled(random, changes)) {
      difference = change.applyTo(difference);
    }

    assertThat(total.value()).isEqualTo(sum);
    assertThat(difference.value()).isEqualTo(balance);
    assertThat(grown.get(0).join(grown.get(1)).join(grown.get(2)).value()).isEqualTo(sum);
    assertThat(total.join(total).value()).as("joined with itself").isEqualTo(sum);
  }

  @Test
  void counterSumEqualsAppliedIncrementsWhenAFileWasCopied() {
    // Two machines that run from copies of one file count under one name: the greater count wins
    // and the other machine's increments are gone. That is why a copy takes a name of its own; then
    // nothing is lost, and what both had before the copy counts once.
    var before = GCounter.ZERO.increment(ADA, 10).applyTo(GCounter.ZERO);

    var original = before.increment(ADA, 3).applyTo(before);
    var careless = before.increment(ADA, 5).applyTo(before);
    var renamed = before.increment(CY, 5).applyTo(before);

    assertThat(original.join(renamed).value()).isEqualTo(18);
    assertThat(original.join(careless).value()).as("under one name").isEqualTo(15);
  }

  @Seeded(50)
  void registerWinnerIsMaximalAndDeterministic(long seed) {
    // Registers that keep "the one that arrived last" of two writes at the same time diverge for
    // ever. The order is total here: timestamp, then replica, then counter.
    var random = new SplittableRandom(seed);
    var writes = new ArrayList<Written>();
    for (int n = 0; n < 6; n++) {
      var at = new HybridTimestamp(random.nextInt(2), random.nextInt(2));
      writes.add(new Written(new Dot(Samples.replica(n), 1), at, "value " + n));
    }

    var register = SiblingRegister.<String>empty();
    var lastWriter = LwwRegister.<String>empty();
    for (var write : Samples.shuffled(random, writes)) {
      register = blind(write).applyTo(register);
      lastWriter = lastWriter.write(write.dot(), write.at(), write.value()).applyTo(lastWriter);
    }

    var greatest =
        writes.stream().max(comparing(Written::at).thenComparing(Written::dot)).orElseThrow();
    assertThat(register.value()).contains(greatest.value());
    assertThat(lastWriter.value()).contains(greatest.value());
    assertThat(register.winner().orElseThrow().dot()).isEqualTo(greatest.dot());
  }

  @Test
  void farFutureWriteLosesToCausallyLaterWrite() {
    // OrbitDB #512 and every last-writer-wins store: one clock in the year 6429 pins a value, for
    // no honest clock ever comes after it. Here a write that has seen another ends it, whatever the
    // clocks say; they only choose among writes that have not seen each other.
    var future = new Written(new Dot(ADA, 1), HybridTimestamp.MAX, "pinned");
    var pinned = blind(future).applyTo(SiblingRegister.empty());

    var later = pinned.write(new Dot(BOB, 1), HybridTimestamp.ZERO, "corrected");
    var concurrent = new Written(new Dot(CY, 1), new HybridTimestamp(5, 0), "concurrent");

    assertThat(later.applyTo(pinned).value()).contains("corrected");
    assertThat(pinned.join(later.fragment()).siblings()).hasSize(1);
    var met = blind(concurrent).applyTo(later.applyTo(pinned));
    assertThat(met.value()).as("the clock decides among the rest").contains("concurrent");
    assertThat(blind(future).applyTo(later.applyTo(pinned)).value()).contains("corrected");
  }

  @Test
  void equalSiblingValuesAreNoConflict() {
    // Two people who set the same value agree. Stores that compare writes instead of values ask
    // them to choose between "on" and "on".
    var one = new Written(new Dot(ADA, 1), new HybridTimestamp(1, 0), "on");
    var same = new Written(new Dot(BOB, 1), new HybridTimestamp(2, 0), "on");
    var other = new Written(new Dot(CY, 1), new HybridTimestamp(3, 0), "off");

    var agreed = blind(one).applyTo(blind(same).applyTo(SiblingRegister.empty()));

    assertThat(agreed.siblings()).hasSize(2);
    assertThat(agreed.isConflicted()).isFalse();
    assertThat(blind(other).applyTo(agreed).isConflicted()).isTrue();
  }

  @Seeded(50)
  void siblingCountBoundedByConcurrentAuthors(long seed) {
    // Riak's sibling explosion: with one vector for many clients, a write could not say which
    // sibling it replaced, so all stayed and were read and written again. Each sibling has a dot of
    // its own here, and an author's later write names its earlier one.
    var random = new SplittableRandom(seed);
    int authors = 2 + random.nextInt(4);
    var states = new ArrayList<SiblingRegister<String>>();
    for (int n = 0; n < authors; n++) {
      states.add(SiblingRegister.empty());
    }

    var all = SiblingRegister.<String>empty();
    for (int counter = 1; counter <= 50; counter++) {
      for (int n = 0; n < authors; n++) {
        var mine = states.get(n);
        var dot = new Dot(Samples.replica(n), counter);
        var write = mine.write(dot, Samples.timestamp(random), "value " + counter);
        int reader = random.nextInt(authors);
        states.set(n, write.applyTo(mine));
        states.set(reader, states.get(reader).join(states.get(n)));
        all = write.applyTo(all);

        assertThat(all.siblings()).hasSizeLessThanOrEqualTo(authors);
      }
    }
  }

  @Test
  void formOpenedBeforeRemoteEditDoesNotKillUnseenValue() {
    // A form shows a value for minutes while another one arrives. "Replace all there is" when it is
    // saved would end a value that its user never saw. So a write names the siblings in view.
    var shown = blind(new Written(new Dot(ADA, 1), new HybridTimestamp(1, 0), "first"));
    var form = shown.applyTo(SiblingRegister.empty());
    var inView = Set.copyOf(form.siblings().keySet());
    var remote = form.write(new Dot(BOB, 1), new HybridTimestamp(2, 0), "theirs").applyTo(form);

    var saved = remote.write(new Dot(ADA, 2), new HybridTimestamp(3, 0), "mine", inView);

    var now = saved.applyTo(remote);
    assertThat(now.siblings().values())
        .extracting(stamped -> stamped.value())
        .containsExactlyInAnyOrder("theirs", "mine");
    assertThat(now.isConflicted()).isTrue();
    assertThat(saved.fragment().causal().context())
        .isEqualTo(CausalContext.of(new Dot(ADA, 1), new Dot(ADA, 2)));
  }

  /// A write whose author has seen no other.
  private static Delta<SiblingRegister<String>> blind(Written write) {
    return SiblingRegister.<String>empty().write(write.dot(), write.at(), write.value());
  }
}
