package dev.flotilla.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.types.EnableWinsFlag;
import dev.flotilla.crdt.types.OrSet;
import dev.flotilla.crdt.types.TwoPhaseSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Mistakes in the algebra of sets that other projects have shipped, one test each. The cases that
/// hold for every type, `joinIsCommutativeAssociativeIdempotent`, `foldEqualsJoinOfDeltas` and
/// `deltaMergeEqualsFullMerge`, are laws of that name in [JoinLaws].
class AlgebraCasesTest {

  private static final ReplicaId ADA = Samples.replica(0);
  private static final ReplicaId BOB = Samples.replica(1);
  private static final ReplicaId CY = Samples.replica(2);

  @Seeded(20)
  void partialSnapshotNeverDeletesOutsideItsRange(long seed) {
    // delta_crdt_ex #65: a chunk of a snapshot came with the vector of the whole state. A context
    // claims "what I contain and my store does not, is dead", so the receiver deleted what was in
    // the other chunks. A chunk may claim no more than the dots of the keys that it lists.
    var random = new SplittableRandom(seed);
    var whole = elements(40, random);
    var other = new Dot(BOB, 1);
    var receiver = new Causal<>(store("of the receiver", other), CausalContext.of(other));

    var joined = receiver;
    var claimingAll = receiver;
    for (var chunk : Samples.shuffled(random, chunks(whole, 7))) {
      joined = joined.join(chunk);
      claimingAll = claimingAll.join(new Causal<>(chunk.store(), whole.context()));
    }

    assertThat(joined).isEqualTo(receiver.join(whole));
    assertThat(joined.store().get("of the receiver")).isNotNull();
    assertThat(joined.store().entries().size()).isEqualTo(41);
    assertThat(claimingAll).as("with the vector of the whole").isNotEqualTo(joined);
  }

  @Seeded(20)
  void removeDeltaDoesNotAdvanceForeignContext(long seed) {
    // akka #22890: a remove was sent as "these elements are gone" beside the whole vector of its
    // author. A receiver that lacked some of the author's adds took them for seen and dead, and
    // elements that nobody had removed vanished for good when they arrived.
    var random = new SplittableRandom(seed);
    var author = OrSet.<String>empty();
    var adds = new ArrayList<Delta<OrSet<String>>>();
    for (int n = 1; n <= 10; n++) {
      var add = author.add(new Dot(ADA, n), "element " + n);
      adds.add(add);
      author = add.applyTo(author);
    }
    int removed = 1 + random.nextInt(10);
    var remove = author.remove(new Dot(BOB, 1), "element " + removed);

    var receiver = remove.applyTo(OrSet.empty());
    for (var add : Samples.shuffled(random, adds)) {
      receiver = add.applyTo(receiver);
    }

    assertThat(receiver.size()).isEqualTo(9);
    assertThat(receiver.contains("element " + removed)).isFalse();
    assertThat(remove.fragment().causal().context())
        .isEqualTo(CausalContext.of(new Dot(ADA, removed), new Dot(BOB, 1)));
  }

  @Test
  void addWinsOverConcurrentRemove() {
    // A remove ends the adds that its author saw, by their dots and not by the element: an add that
    // it has not seen has another dot. Sets that remember removed elements drop both.
    var shared = OrSet.<String>empty().add(new Dot(ADA, 1), "beta").applyTo(OrSet.empty());

    var remove = shared.remove(new Dot(BOB, 1), "beta");
    var add = shared.add(new Dot(ADA, 2), "beta");

    assertThat(add.applyTo(remove.applyTo(shared)).contains("beta")).isTrue();
    assertThat(remove.applyTo(add.applyTo(shared)).contains("beta")).isTrue();
    var flag = EnableWinsFlag.OFF.enable(new Dot(ADA, 1)).applyTo(EnableWinsFlag.OFF);
    var off = flag.disable(new Dot(BOB, 1)).applyTo(flag);
    assertThat(off.join(flag.enable(new Dot(ADA, 2)).fragment()).isEnabled()).isTrue();
  }

  @Test
  void removedStaysRemovedAfterOldReplicaReturns() {
    // Stores that drop tombstones after some time take an old replica's element for a new one. Here
    // nothing is dropped: the context has the dot of the add, the store has not, hence it is dead.
    var old = OrSet.<String>empty().add(new Dot(ADA, 1), "beta").applyTo(OrSet.empty());
    var now = old.remove(new Dot(BOB, 1), "beta").applyTo(old);
    for (int n = 2; n < 100; n++) {
      now = now.add(new Dot(ADA, n), "other " + n % 3).applyTo(now);
    }

    assertThat(now.join(old)).isEqualTo(now);
    assertThat(old.join(now)).isEqualTo(now);
    assertThat(now.contains("beta")).isFalse();
  }

  @Test
  void readdAfterRemoveSurvivesLateRemove() {
    // Two replicas remove the same add; one adds again; the other's remove arrives last. It names
    // the dot of the first add. A set that removes by element, or by "older than", loses the
    // second.
    var shared = OrSet.<String>empty().add(new Dot(ADA, 1), "beta").applyTo(OrSet.empty());
    var late = shared.remove(new Dot(BOB, 1), "beta");
    var removed = shared.remove(new Dot(CY, 1), "beta").applyTo(shared);
    var again = removed.add(new Dot(CY, 2), "beta").applyTo(removed);

    assertThat(removed.contains("beta")).isFalse();
    assertThat(late.applyTo(again).contains("beta")).isTrue();
    assertThat(again.join(late.applyTo(shared)).contains("beta")).isTrue();
  }

  @Seeded(20)
  void twoPhaseSetNeverReadds(long seed) {
    // A two-phase set that lets an element return by being added again is neither: a replica that
    // missed the second add shows another set for ever. Removed is final here, in any order, and
    // an add by somebody who has seen the remove has no effect.
    var random = new SplittableRandom(seed);
    var deltas = new ArrayList<Delta<TwoPhaseSet<String>>>();
    var set = TwoPhaseSet.<String>empty();
    for (int n = 0; n < 12; n++) {
      var delta = n % 4 == 1 ? set.remove("beta") : set.add("beta");
      deltas.add(delta);
      set = random.nextBoolean() ? delta.applyTo(set) : set;
    }

    var met = TwoPhaseSet.<String>empty();
    for (var delta : Samples.shuffled(random, deltas)) {
      met = delta.applyTo(met);
    }

    assertThat(met.contains("beta")).isFalse();
    assertThat(met.add("beta").applyTo(met)).isEqualTo(met);
    assertThat(TwoPhaseSet.<String>empty().add("beta").applyTo(met)).isEqualTo(met);
    assertThat(met.add("gamma").applyTo(met).contains("gamma")).isTrue();
  }

  /// A set of that many elements, some of whose adds were removed.
  private static Causal<DotMap<String, DotSet>> elements(int count, RandomGenerator random) {
    PersistentMap<String, DotSet> stores = PersistentMap.empty();
    long counter = 0;
    for (int n = 0; n < count; n++) {
      counter += 1 + random.nextInt(2);
      stores = stores.with("element " + n, DotSet.of(new Dot(ADA, counter)));
    }
    var seen = CausalContext.of(VersionVector.EMPTY.with(ADA, counter));
    return new Causal<>(DotMap.whole(stores), seen);
  }

  private static DotMap<String, DotSet> store(String element, Dot dot) {
    return DotMap.whole(PersistentMap.of(element, DotSet.of(dot)));
  }

  /// The state in pieces of a few keys; the last one says what is dead.
  private static List<Causal<DotMap<String, DotSet>>> chunks(
      Causal<DotMap<String, DotSet>> whole, int keys) {
    var chunks = new ArrayList<Causal<DotMap<String, DotSet>>>();
    var dead = new ArrayList<Dot>();
    for (long n = 1; n <= whole.context().vector().get(ADA); n++) {
      dead.add(new Dot(ADA, n));
    }
    PersistentMap<String, DotSet> part = PersistentMap.empty();
    var dots = new ArrayList<Dot>();
    for (var entry : whole.store().entries()) {
      part = part.with(entry.getKey(), entry.getValue());
      dots.addAll(entry.getValue().dots());
      if (part.size() == keys) {
        chunks.add(new Causal<>(DotMap.partial(part), CausalContext.of(dots)));
        dead.removeAll(dots);
        part = PersistentMap.empty();
        dots.clear();
      }
    }
    chunks.add(new Causal<>(DotMap.partial(part), CausalContext.of(dots)));
    dead.removeAll(dots);
    PersistentMap<String, DotSet> nothing = PersistentMap.empty();
    chunks.add(new Causal<>(DotMap.partial(nothing), CausalContext.of(dead)));
    return chunks;
  }
}
