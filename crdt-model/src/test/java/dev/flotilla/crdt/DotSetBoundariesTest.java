package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The edges of small sets of dots. Found by mutants that no other test noticed.
class DotSetBoundariesTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot ADA_2 = ADA_1.next();
  private static final Dot ADA_3 = ADA_2.next();

  @Test
  void eachOfSeveralDotsIsInTheSet() {
    var set = DotSet.ofSorted(List.of(ADA_1, ADA_2, ADA_3));

    assertThat(set.dots()).allMatch(set::contains);
    assertThat(set.contains(ADA_3.next())).isFalse();
  }

  @Test
  void theSameDotTwiceIsOutOfOrder() {
    assertThatThrownBy(() -> DotSet.ofSorted(List.of(ADA_1, ADA_1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
