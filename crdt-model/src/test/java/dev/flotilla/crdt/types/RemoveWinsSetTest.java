package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.Limits;
import dev.flotilla.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

class RemoveWinsSetTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot ADA_2 = ADA_1.next();
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);
  private static final Dot BOB_2 = BOB_1.next();

  private static final RemoveWinsSet<String> EMPTY = RemoveWinsSet.empty();

  @Test
  void removeWinsOverConcurrentAdd() {
    var shared = EMPTY.add(ADA_1, "beta").applyTo(EMPTY);

    var removed = shared.remove(BOB_1, "beta");
    var added = shared.add(ADA_2, "beta");

    var converged = added.applyTo(removed.applyTo(shared));
    assertThat(converged.contains("beta")).isFalse();
    assertThat(converged.elements()).isEmpty();
    assertThat(converged).isEqualTo(removed.applyTo(added.applyTo(shared)));
  }

  @Test
  void anAddThatHasSeenTheRemoveBringsTheElementBack() {
    var removed = EMPTY.remove(BOB_1, "beta").applyTo(EMPTY);

    var again = removed.add(ADA_1, "beta").applyTo(removed);

    assertThat(again.contains("beta")).isTrue();
    assertThat(again.join(removed)).isEqualTo(again);
    assertThat(again.size()).isEqualTo(1);
  }

  @Test
  void removingWhatIsNotThereStillWinsOverAConcurrentAdd() {
    var removed = EMPTY.remove(BOB_1, "beta").applyTo(EMPTY);
    var added = EMPTY.add(ADA_1, "beta").applyTo(EMPTY);

    assertThat(added.join(removed).contains("beta")).isFalse();
    assertThat(added.join(removed).size()).isZero();
  }

  @Test
  void anElementKeepsTheMarksThatNoOtherHasSeenAndNoMore() {
    var set = EMPTY;
    var dot = ADA_1;
    for (int i = 0; i < 100; i++) {
      set = set.add(dot, "beta").applyTo(set);
      set = set.remove(dot.next(), "beta").applyTo(set);
      dot = dot.next().next();
    }

    assertThat(set.causal().store().get("beta").entries()).hasSize(1);
    assertThat(set.causal().context().earlyDots()).isEmpty();
  }

  @Test
  void aDeltaSpeaksForItsElementAlone() {
    var both = EMPTY.add(ADA_1, "beta").applyTo(EMPTY);
    both = both.add(ADA_2, "internal").applyTo(both);

    var remove = both.remove(BOB_1, "beta");
    var received = remove.applyTo(EMPTY);

    assertThat(remove.fragment().causal().context()).isEqualTo(CausalContext.of(ADA_1, BOB_1));
    assertThat(received.join(both).elements()).containsExactly("internal");
    assertThat(both.join(received)).isEqualTo(received.join(both));
  }

  @Test
  void aDeltaThatArrivesTwiceHasOneEffect() {
    var remove = EMPTY.remove(BOB_1, "beta");
    var removed = remove.applyTo(EMPTY);
    var again = removed.add(BOB_2, "beta").applyTo(removed);

    assertThat(remove.applyTo(again)).isEqualTo(again);
  }

  @Test
  void refusesAnElementThatIsTooLarge() {
    var tooLarge = "a".repeat(Limits.KEY_BYTES_MAX + 1);

    assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.add(ADA_1, tooLarge));
    assertThatIllegalArgumentException().isThrownBy(() -> EMPTY.remove(ADA_1, tooLarge));
  }
}
