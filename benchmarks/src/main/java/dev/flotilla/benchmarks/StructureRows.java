package dev.flotilla.benchmarks;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.graph.AddWinsGraph;
import dev.flotilla.crdt.sequence.FugueList;
import dev.flotilla.crdt.sequence.MovableList;
import dev.flotilla.crdt.time.LamportTimestamp;
import dev.flotilla.crdt.tree.MovableTree;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Edits of structures that Pekko has nothing like.
final class StructureRows {

  private static final List<Integer> SIZES = List.of(100, 10_000);

  private StructureRows() {}

  static List<Row> rows() {
    return List.of(
        Row.own("list without interleaving, insert", SIZES, StructureRows::insert),
        Row.own("list with moves, move an item", List.of(100, 1_000), StructureRows::moveItem),
        Row.own("movable tree, move a node below another", SIZES, StructureRows::move),
        Row.own("add-wins graph, add an edge", SIZES, StructureRows::edge));
  }

  /// Typed from start to end; inserted anywhere.
  private static Step insert(int size) {
    FugueList<String> list = FugueList.empty();
    var texts = Texts.elements(size);
    for (int i = 0; i < size; i++) {
      list = list.insert(new Dot(Fleet.ME, i + 1), i, texts.get(i)).applyTo(list);
    }
    var start = list;
    var dot = new Dot(Fleet.ME, size + 1);
    var indexes = new Cycle<>(indexes(size));
    var elements = new Cycle<>(Texts.newElements());
    return sink -> Fleet.edit(sink, start, start.insert(dot, indexes.next(), elements.next()));
  }

  /// From anywhere to anywhere.
  private static Step moveItem(int size) {
    var clock = new Ticking();
    MovableList<String> list = MovableList.empty();
    var texts = Texts.elements(size);
    for (int i = 0; i < size; i++) {
      var dot = new Dot(Fleet.ME, i + 1);
      list = list.insert(dot, clock.now(), i, texts.get(i)).applyTo(list);
    }
    var start = list;
    var dot = new Dot(Fleet.ME, size + 1);
    var items = start.items();
    var ids = new Cycle<>(indexes(size).reversed().stream().map(i -> items.get(i).id()).toList());
    var indexes = new Cycle<>(indexes(size));
    return sink ->
        Fleet.edit(sink, start, start.move(dot, clock.now(), ids.next(), indexes.next()));
  }

  private static List<Integer> indexes(int size) {
    return new Random(1).ints(Texts.ROUND, 0, size).boxed().toList();
  }

  /// Every node has up to eight children.
  private static Step move(int size) {
    var texts = Texts.elements(size);
    MovableTree<String> tree = MovableTree.empty();
    for (int i = 0; i < size; i++) {
      var parent = i == 0 ? Optional.<String>empty() : Optional.of(texts.get((i - 1) / 8));
      tree = tree.move(new LamportTimestamp(i + 1, Fleet.ME), texts.get(i), parent).applyTo(tree);
    }
    var start = tree;
    var at = new LamportTimestamp(size + 1, Fleet.ME);
    var leaves = new Cycle<>(texts.subList(size / 2, size));
    var parents = new Cycle<>(texts.subList(1, size / 4).stream().map(Optional::of).toList());
    return sink -> Fleet.edit(sink, start, start.move(at, leaves.next(), parents.next()));
  }

  /// Every vertex has an edge to the next, and none leads back.
  private static Step edge(int size) {
    var texts = Texts.elements(size);
    AddWinsGraph<String> graph = AddWinsGraph.empty();
    long counter = 0;
    for (var text : texts) {
      graph = graph.addVertex(new Dot(Fleet.ME, ++counter), text).applyTo(graph);
    }
    for (int i = 1; i < size; i++) {
      var dot = new Dot(Fleet.ME, ++counter);
      graph = graph.addEdge(dot, texts.get(i - 1), texts.get(i)).applyTo(graph);
    }
    var start = graph;
    var dot = new Dot(Fleet.ME, ++counter);
    var sources = new Cycle<>(texts.subList(0, size / 2));
    var targets = new Cycle<>(texts.subList(size / 2 + 1, size));
    return sink -> Fleet.edit(sink, start, start.addEdge(dot, sources.next(), targets.next()));
  }
}
