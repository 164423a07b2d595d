package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

class OrSetTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot ADA_2 = ADA_1.next();
  private static final Dot ADA_3 = ADA_2.next();
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);
  private static final Dot BOB_2 = BOB_1.next();

  @Test
  void addWinsOverConcurrentRemove() {
    var shared = OrSet.<String>empty().add(ADA_1, "beta").applyTo(OrSet.empty());

    var removed = shared.remove(BOB_1, "beta");
    var added = shared.add(ADA_2, "beta");

    var converged = added.applyTo(removed.applyTo(shared));
    assertThat(converged.contains("beta")).isTrue();
    assertThat(converged).isEqualTo(removed.applyTo(added.applyTo(shared)));
  }

  @Test
  void removedStaysRemovedAfterOldReplicaReturns() {
    var old = OrSet.<String>empty().add(ADA_1, "beta").applyTo(OrSet.empty());
    var removed = old.remove(BOB_1, "beta").applyTo(old);

    var met = removed.join(old);

    assertThat(met.contains("beta")).isFalse();
    assertThat(met).isEqualTo(removed);
  }

  @Test
  void readdAfterRemoveSurvivesLateRemove() {
    var first = OrSet.<String>empty().add(ADA_1, "beta");
    var shared = first.applyTo(OrSet.empty());
    var lateRemove = shared.remove(BOB_1, "beta");
    var removed = shared.remove(ADA_2, "beta").applyTo(shared);
    var again = removed.add(ADA_3, "beta").applyTo(removed);

    var converged = lateRemove.applyTo(again);

    assertThat(converged.contains("beta")).isTrue();
  }

  @Test
  void removeDeltaDoesNotAdvanceForeignContext() {
    var both = OrSet.<String>empty().add(ADA_1, "beta").applyTo(OrSet.empty());
    both = both.add(ADA_2, "internal").applyTo(both);

    var remove = both.remove(BOB_1, "beta");
    var received = remove.applyTo(OrSet.empty());

    assertThat(remove.fragment().causal().context()).isEqualTo(CausalContext.of(ADA_1, BOB_1));
    assertThat(both.join(received).contains("internal")).isTrue();
    assertThat(received.join(both).contains("internal")).isTrue();
    assertThat(received.join(both).contains("beta")).isFalse();
  }

  @Test
  void aDeltaListsTheOneElementThatItTouches() {
    var set = OrSet.<String>empty();
    for (int i = 0; i < 100; i++) {
      set = set.add(new Dot(new ReplicaId(1, 0), i + 1), "tag-" + i).applyTo(set);
    }

    var delta = set.remove(BOB_1, "tag-7");

    assertThat(delta.fragment().causal().store().entries().size()).isEqualTo(1);
    assertThat(delta.applyTo(set).size()).isEqualTo(99);
    assertThat(set.size()).isEqualTo(100);
  }

  @Test
  void removedElementsLeaveNothingButTheVector() {
    var set = OrSet.<String>empty();
    set = set.add(ADA_1, "beta").applyTo(set);
    set = set.remove(BOB_1, "beta").applyTo(set);

    assertThat(set.causal().store().entries().isEmpty()).isTrue();
    assertThat(set.causal().context().earlyDots()).isEmpty();
    assertThat(set.causal().context().vector().size()).isEqualTo(2);
  }

  @Test
  void aRemoveThatArrivesBeforeItsAddStillRemoves() {
    var origin = OrSet.<String>empty().add(ADA_1, "beta");
    var shared = origin.applyTo(OrSet.empty());
    var remove = shared.remove(BOB_1, "beta");

    var early = remove.applyTo(OrSet.empty());

    assertThat(origin.applyTo(early).contains("beta")).isFalse();
    assertThat(origin.applyTo(early)).isEqualTo(remove.applyTo(shared));
  }

  @Test
  void anAddThatWasSeenIsReplacedNotKeptBesides() {
    var once = OrSet.<String>empty().add(ADA_1, "beta").applyTo(OrSet.empty());

    var twice = once.add(BOB_1, "beta").applyTo(once);
    var removed = twice.remove(BOB_2, "beta").applyTo(twice);

    assertThat(twice.causal().store().get("beta").dots()).containsExactly(BOB_1);
    assertThat(removed.contains("beta")).isFalse();
  }
}
