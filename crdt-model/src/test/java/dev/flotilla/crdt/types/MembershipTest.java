package dev.flotilla.crdt.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Causal;
import dev.flotilla.crdt.CausalContext;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotSet;
import dev.flotilla.crdt.ReplicaId;
import org.junit.jupiter.api.Test;

/// Ways to ask what is there that no other test used, as mutants showed.
class MembershipTest {

  @Test
  void aGrowingSetContainsWhatWasAddedAndNothingElse() {
    var set = GSet.<String>empty().add("beta").applyTo(GSet.empty());

    assertThat(set.contains("beta")).isTrue();
    assertThat(set.contains("gamma")).isFalse();
  }

  @Test
  void aMapTellsItsKeys() {
    var dot = new Dot(new ReplicaId(1, 0), 1);
    var value = new Causal<>(DotSet.of(dot), CausalContext.of(dot));
    var map = OrMap.<String, DotSet>empty().update("beta", value).applyTo(OrMap.empty());

    assertThat(map.keys()).containsExactly("beta");
    assertThat(map.remove(dot.next(), "beta").applyTo(map).keys()).isEmpty();
  }

  @Test
  void countersThatCountedDifferentlyAreNotEqual() {
    var ada = new ReplicaId(1, 0);
    var one = GCounter.ZERO.increment(ada, 1).applyTo(GCounter.ZERO);

    assertThat(one).isNotEqualTo(GCounter.ZERO).isNotEqualTo(one.increment(ada, 1).fragment());
    assertThat(one).isEqualTo(GCounter.ZERO.increment(ada, 1).fragment());
  }
}
