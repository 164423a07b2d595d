package dev.flotilla.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DotFunTest {

  private static final Dot ADA_1 = new Dot(new ReplicaId(1, 0), 1);
  private static final Dot BOB_1 = new Dot(new ReplicaId(2, 0), 1);
  private static final Dot BOB_2 = BOB_1.next();

  private final DotFun<String> single = DotFun.of(ADA_1, "a");
  private final DotFun<String> both =
      new DotFun<>(List.of(new Dotted<>(ADA_1, "a"), new Dotted<>(BOB_1, "b")));

  @Test
  void oneEntryAndSeveralAreReadAlike() {
    assertThat(single.entries()).containsExactly(new Dotted<>(ADA_1, "a"));
    assertThat(single.get(0)).isEqualTo(both.get(0));
    assertThat(both.get(1)).isEqualTo(new Dotted<>(BOB_1, "b"));
    assertThat(both.dots()).containsExactly(ADA_1, BOB_1);
    assertThat(both.contains(BOB_1)).isTrue();
    assertThat(both.contains(BOB_2)).isFalse();
    assertThat(single.asMap()).containsExactly(entry(ADA_1, "a"));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> single.get(1));
  }

  @Test
  void equalEntriesAreEqualStoresWhateverMadeThem() {
    var listed = new DotFun<>(List.of(new Dotted<>(ADA_1, "a")));
    var written = single.written(BOB_1, "b", Set.of());

    assertThat(listed).isEqualTo(single).hasSameHashCodeAs(single).hasToString(single.toString());
    assertThat(written).isEqualTo(both).hasSameHashCodeAs(both).isNotEqualTo(single);
    assertThat(new DotFun<String>(List.of())).isEqualTo(DotFun.empty()).isNotEqualTo(single);
    assertThat(single).isNotEqualTo(DotFun.of(ADA_1, "b")).isNotEqualTo(DotFun.of(BOB_1, "a"));
  }

  @Test
  void aWriteSupersedesWhatItNames() {
    assertThat(both.written(BOB_2, "c", Set.of(ADA_1, BOB_1))).isEqualTo(DotFun.of(BOB_2, "c"));
    assertThat(both.written(BOB_2, "c", Set.of(BOB_1)).dots()).containsExactly(ADA_1, BOB_2);
  }

  @Test
  void anyWriteGivesWhatIsNotSupersededAndItself() {
    var random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      var store = DotFun.<String>empty();
      var expected = new TreeMap<Dot, String>();
      for (int n = 1; n <= 12; n++) {
        var dot = new Dot(new ReplicaId(random.nextInt(4), 0), n);
        var superseded = new HashSet<Dot>();
        expected.keySet().stream().filter(_ -> random.nextInt(3) == 0).forEach(superseded::add);
        superseded.add(new Dot(new ReplicaId(9, 9), n));
        expected.keySet().removeAll(superseded);
        expected.put(dot, "v" + n);

        store = store.written(dot, "v" + n, superseded);

        assertThat(store.asMap()).isEqualTo(expected);
        assertThat(store.dots()).containsExactlyElementsOf(expected.keySet());
      }
    }
  }

  @Test
  void aDotIsWrittenOnce() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> both.written(BOB_1, "c", Set.of()));
    assertThat(both.written(BOB_1, "c", Set.of(BOB_1)).asMap())
        .containsExactly(entry(ADA_1, "a"), entry(BOB_1, "c"));
  }

  @Test
  void aJoinGivesOneOfTheTwoItselfWhereItCan() {
    var seen = CausalContext.of(ADA_1);
    var later = DotFun.of(BOB_1, "b");

    assertThat(single.join(seen, single, seen)).isSameAs(single);
    assertThat(single.join(seen, later, CausalContext.of(ADA_1, BOB_1))).isSameAs(later);
    assertThat(single.join(seen, later, CausalContext.of(BOB_1))).isEqualTo(both);
    assertThat(both.join(CausalContext.of(ADA_1, BOB_1), single, CausalContext.of(ADA_1, BOB_1)))
        .isEqualTo(single);
    assertThat(single.join(seen, DotFun.empty(), seen).isEmpty()).isTrue();
  }

  @Test
  void visitsItsDots() {
    var visited = new ArrayList<Dot>();

    single.forEachDot(visited::add);
    both.forEachDot(visited::add);

    assertThat(visited).containsExactly(ADA_1, ADA_1, BOB_1);
  }
}
