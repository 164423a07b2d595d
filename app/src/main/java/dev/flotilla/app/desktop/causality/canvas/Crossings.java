package dev.flotilla.app.desktop.causality.canvas;

import dev.flotilla.app.causality.layout.Edge;
import dev.flotilla.app.causality.layout.SpaceTime;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Which edges pass a part of a diagram. Immutable.
///
/// Cost: an edge is kept once for each [#ROWS] rows that it passes.
final class Crossings {
  private static final int ROWS = 64;

  private final int[][] byBlock;
  private final int[] firstBlock;

  Crossings(SpaceTime diagram) {
    int blocks = block(diagram.rows()) + 1;
    int[] sizes = new int[blocks];
    this.firstBlock = new int[diagram.edges().size()];
    for (int place = 0; place < firstBlock.length; place++) {
      Edge edge = diagram.edges().get(place);
      firstBlock[place] = block(diagram.marks().get(edge.from()).row());
      int last = block(diagram.marks().get(edge.to()).row());
      for (int block = firstBlock[place]; block <= last; block++) {
        sizes[block]++;
      }
    }
    this.byBlock = new int[blocks][];
    Arrays.setAll(byBlock, block -> new int[sizes[block]]);
    int[] filled = new int[blocks];
    for (int place = 0; place < firstBlock.length; place++) {
      int last = block(diagram.marks().get(diagram.edges().get(place).to()).row());
      for (int block = firstBlock[place]; block <= last; block++) {
        byBlock[block][filled[block]++] = place;
      }
    }
  }

  private static int block(double row) {
    return (int) Math.max(0, row / ROWS);
  }

  /// The places of all edges that may pass these rows, each once.
  void between(double topRow, double bottomRow, IntConsumer then) {
    int first = Math.min(block(topRow), byBlock.length - 1);
    int last = Math.min(block(bottomRow), byBlock.length - 1);
    for (int block = first; block <= last; block++) {
      for (int place : byBlock[block]) {
        if (block == Math.max(first, firstBlock[place])) {
          then.accept(place);
        }
      }
    }
  }
}
