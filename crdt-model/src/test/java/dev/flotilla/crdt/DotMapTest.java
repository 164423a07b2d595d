package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DotMapTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot ADA_2 = ADA_1.next();
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);

  private final Causal<DotMap<String, DotSet>> state =
      new Causal<>(
          DotMap.whole(PersistentMap.of("a", DotSet.of(ADA_1)).with("b", DotSet.of(ADA_2))),
          CausalContext.of(ADA_1, ADA_2));

  @Test
  void aWholeStateEndsWhatItHasSeenAndDoesNotHold() {
    var emptied = new Causal<>(DotMap.<String, DotSet>empty(), CausalContext.of(ADA_1));

    var joined = state.join(emptied);

    assertThat(joined.store().get("a")).isNull();
    assertThat(joined.store().get("b")).isEqualTo(DotSet.of(ADA_2));
  }

  @Test
  void aPartialMapListsAKeyWhereItOnlyEndsDots() {
    var removal = partial("a", DotSet.EMPTY, CausalContext.of(ADA_1, BOB_1));

    var joined = state.join(removal);

    assertThat(joined.store().entries()).isEqualTo(PersistentMap.of("b", DotSet.of(ADA_2)));
    assertThat(joined.store().isPartial()).isFalse();
    assertThat(removal.join(state)).isEqualTo(joined);
    assertThat(removal.store().isEmpty()).isTrue();
  }

  @Test
  void partialMapsTogetherListTheKeysOfBoth() {
    var removal = partial("a", DotSet.EMPTY, CausalContext.of(ADA_1));
    var addition = partial("c", DotSet.of(BOB_1), CausalContext.of(BOB_1));

    var both = removal.join(addition);

    assertThat(both.store().isPartial()).isTrue();
    assertThat(both.store().entries().size()).isEqualTo(2);
    assertThat(state.join(both)).isEqualTo(state.join(removal).join(addition));
  }

  @Test
  void joiningWhatIsKnownReturnsTheStateItself() {
    var known = partial("a", DotSet.of(ADA_1), CausalContext.of(ADA_1));

    assertThat(state.join(known)).isSameAs(state);
    assertThat(state.join(state)).isSameAs(state);
  }

  @Test
  void joiningADeltaLooksAtItsOwnKeysOnly() {
    PersistentMap<CountingKey, DotSet> entries = PersistentMap.empty();
    var dot = ADA_1;
    for (int i = 0; i < 10_000; i++, dot = dot.next()) {
      entries = entries.with(new CountingKey(i), DotSet.of(dot));
    }
    var large = new Causal<>(DotMap.whole(entries), CausalContext.EMPTY);
    var delta =
        new Causal<>(
            DotMap.partial(PersistentMap.of(new CountingKey(7), DotSet.of(BOB_1))),
            CausalContext.of(BOB_1));
    CountingKey.looks = 0;

    var joined = large.join(delta);

    assertThat(CountingKey.looks).isLessThan(20);
    assertThat(joined.store().get(new CountingKey(7)).dots()).contains(BOB_1);
  }

  /// Counts how often keys are hashed or compared.
  private record CountingKey(int number) {
    private static int looks;

    @Override
    public int hashCode() {
      looks++;
      return number;
    }

    @Override
    public boolean equals(Object other) {
      looks++;
      return other instanceof CountingKey key && key.number == number;
    }
  }

  @Test
  void storesRefuseDotsOutOfOrder() {
    assertThatThrownBy(() -> DotSet.ofSorted(List.of(ADA_2, ADA_1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new DotFun<>(List.of(new Dotted<>(ADA_1, "x"), new Dotted<>(ADA_1, "y"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(DotSet.of(List.of(ADA_2, ADA_1)).dots()).containsExactly(ADA_1, ADA_2);
  }

  @Test
  void aWriteReplacesTheSiblingsThatItNames() {
    var siblings = DotFun.of(ADA_1, "a").written(BOB_1, "b", List.of());

    var all = siblings.written(ADA_2, "c", List.of(ADA_1, BOB_1));
    var one = siblings.written(ADA_2, "c", List.of(ADA_1));

    assertThat(all.asMap()).containsOnlyKeys(ADA_2);
    assertThat(one.asMap()).containsOnlyKeys(ADA_2, BOB_1);
    assertThat(siblings.asMap()).containsOnlyKeys(ADA_1, BOB_1);
  }

  private static Causal<DotMap<String, DotSet>> partial(
      String key, DotSet dots, CausalContext context) {
    return new Causal<>(DotMap.partial(PersistentMap.of(key, dots)), context);
  }
}
