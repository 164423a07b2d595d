package dev.flotilla.crdt.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AddWinsGraphTest {

  private static final ReplicaId A = new ReplicaId(0, 1);
  private static final ReplicaId B = new ReplicaId(0, 2);

  @Test
  void anEdgeBringsItsEnds() {
    var graph = edge(1, A, "a", "b");

    assertThat(graph.vertices()).containsExactly("a", "b");
    assertThat(graph.edges()).containsExactly(new Edge<>("a", "b"));
    assertThat(graph.successors("a")).containsExactly("b");
    assertThat(graph.containsEdge("a", "b")).isTrue();
    assertThat(graph.containsEdge("b", "a")).isFalse();
    assertThat(graph.cycles()).isEmpty();
  }

  @Test
  void anEdgeHidesWhileAnEndIsRemoved() {
    var graph = edge(1, A, "a", "b");

    var without = graph.removeVertex(dot(A, 2), "b").applyTo(graph);
    assertThat(without.vertices()).containsExactly("a");
    assertThat(without.edges()).isEmpty();
    assertThat(without.containsEdge("a", "b")).isFalse();
    assertThat(without.successors("b")).isEmpty();

    var again = without.addVertex(dot(A, 3), "b").applyTo(without);
    assertThat(again.edges()).containsExactly(new Edge<>("a", "b"));
  }

  @Test
  void anEdgeAddedWhileAnEndIsRemovedKeepsTheEnd() {
    var both = AddWinsGraph.<String>empty();
    both = both.addVertex(dot(A, 1), "a").applyTo(both);
    both = both.addVertex(dot(A, 2), "b").applyTo(both);

    var removed = both.removeVertex(dot(A, 3), "b").applyTo(both);
    var added = both.addEdge(dot(B, 1), "a", "b").applyTo(both);

    assertThat(removed.join(added)).isEqualTo(added.join(removed));
    assertThat(removed.join(added).edges()).containsExactly(new Edge<>("a", "b"));
  }

  @Test
  void removingAnEdgeKeepsItsEnds() {
    var graph = edge(1, A, "a", "b");

    var without = graph.removeEdge(dot(A, 2), "a", "b").applyTo(graph);

    assertThat(without.edges()).isEmpty();
    assertThat(without.vertices()).containsExactly("a", "b");
    assertThat(without.removeVertex(dot(A, 3), "c").applyTo(without).vertices()).hasSize(2);
  }

  @Test
  void aRemovalThatArrivesBeforeTheEdgeEndsOneEndAlone() {
    var graph = edge(1, A, "a", "b");
    var removal = graph.removeVertex(dot(A, 2), "b");

    var late = removal.applyTo(AddWinsGraph.empty()).join(graph);

    assertThat(late.vertices()).containsExactly("a");
    assertThat(late).isEqualTo(removal.applyTo(graph));
  }

  @Test
  void concurrentEdgesMayFormACycleWhichIsAValue() {
    var one = edge(1, A, "b", "a");
    var other = edge(1, B, "a", "b");

    var cycles = one.join(other).cycles();

    assertThat(cycles)
        .containsExactly(new Cycle<>(List.of("a", "b"), new TreeSet<>(Set.of("a", "b"))));
  }

  @Test
  void aFragmentOfARemovalShowsNothing() {
    var graph = edge(1, A, "a", "b");

    var fragment = graph.removeVertex(dot(A, 2), "b").fragment();

    assertThat(fragment.vertices()).isEmpty();
    assertThat(graph.removeEdge(dot(A, 3), "a", "b").fragment().edges()).isEmpty();
  }

  @Test
  void refusesVerticesLargerThanKeys() {
    var graph = AddWinsGraph.<String>empty();
    var tooLong = "k".repeat(513);

    assertThatThrownBy(() -> graph.addVertex(dot(A, 1), tooLong))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> graph.addEdge(dot(A, 1), "a", tooLong))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> graph.addEdge(dot(A, 1), tooLong, "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AddWinsGraph<String> edge(
      long counter, ReplicaId replica, String from, String to) {
    var graph = AddWinsGraph.<String>empty();
    return graph.addEdge(dot(replica, counter), from, to).applyTo(graph);
  }

  private static Dot dot(ReplicaId replica, long counter) {
    return new Dot(replica, counter);
  }
}
