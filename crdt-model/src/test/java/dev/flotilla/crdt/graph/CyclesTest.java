package dev.flotilla.crdt.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CyclesTest {

  private static final int DEEP = 100_000;

  @Test
  void aGraphWithoutCyclesHasNone() {
    assertThat(Cycles.of(Map.of("a", List.of("b", "c"), "b", List.of("c")))).isEmpty();
  }

  @Test
  void aCycleStartsWithItsLeastVertex() {
    var graph = Map.of("c", List.of("b"), "b", List.of("d"), "d", List.of("c", "e"));

    assertThat(Cycles.of(graph)).containsExactly(List.of("b", "d", "c"));
  }

  @Test
  void aVertexThatLeadsToItselfIsACycle() {
    assertThat(Cycles.of(Map.of("a", List.of("b", "a")))).containsExactly(List.of("a"));
  }

  @Test
  void eachComponentGivesOneShortestCycleAndAllItsVertices() {
    var graph =
        Map.of(
            "z", Set.of("y"),
            "y", Set.of("z"),
            "a", Set.of("b"),
            "b", Set.of("a", "c", "y"),
            "c", Set.of("b"));

    assertThat(Cycles.of(graph)).containsExactly(List.of("a", "b"), List.of("y", "z"));
    assertThat(Cycles.components(graph))
        .containsExactly(new TreeSet<>(Set.of("a", "b", "c")), new TreeSet<>(Set.of("y", "z")));
  }

  @Test
  void onlyWhatPathsLeadToIsReached() {
    var graph = Map.of("a", List.of("b"), "b", List.of("a", "c"));

    assertThat(Cycles.reaches(graph, "a", "c")).isTrue();
    assertThat(Cycles.reaches(graph, "c", "a")).isFalse();
    assertThat(Cycles.reaches(graph, "c", "c")).isTrue();
  }

  @Test
  void noChainIsTooLong() {
    var chain = new HashMap<Integer, List<Integer>>();
    for (int i = 0; i < DEEP; i++) {
      chain.put(i, List.of((i + 1) % DEEP));
    }

    assertThat(Cycles.of(chain)).hasSize(1);
    assertThat(Cycles.of(chain).getFirst()).hasSize(DEEP).startsWith(0, 1, 2);
    assertThat(Cycles.reaches(chain, 0, DEEP - 1)).isTrue();
  }
}
