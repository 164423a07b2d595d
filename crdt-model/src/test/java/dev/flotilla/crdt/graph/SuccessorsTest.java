package dev.flotilla.crdt.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SuccessorsTest {

  @Test
  void whereEdgesLeadIsSorted() {
    var dot = new Dot(new ReplicaId(1, 0), 1);
    var graph = AddWinsGraph.<String>empty();
    graph = graph.addVertex(dot, "start").applyTo(graph);
    var ends = new ArrayList<String>();
    for (int n = 0; n < 30; n++) {
      var end = "end " + n * 7919 % 1000;
      ends.add(end);
      dot = dot.next();
      graph = graph.addVertex(dot, end).applyTo(graph);
      dot = dot.next();
      graph = graph.addEdge(dot, "start", end).applyTo(graph);
    }

    assertThat(graph.successors("start"))
        .containsExactlyElementsOf(ends.stream().sorted().toList());
  }
}
