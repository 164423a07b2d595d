package dev.flotilla.app.causality.layout;

import dev.flotilla.app.causality.CausalHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the author of each visible event had seen first, without what follows from the rest: the
/// transitive reduction of happened-before, restricted to what is visible.
///
/// @see <a href="https://doi.org/10.1137/0201008">Aho, Garey, Ullman 1972, The Transitive Reduction
///   of a Directed Graph</a>
final class SeenFirst {
  /// @param isDirect whether no hidden event lies between
  record Arrow(int from, int to, boolean isDirect, boolean isOwn) {}

  private final CausalHistory history;
  private final boolean[] visible;
  private final int lanes;

  /// By index, the newest visible event of its lane up to it; -1 for none.
  private final int[] visibleUpTo;

  SeenFirst(CausalHistory history, boolean[] visible) {
    this.history = history;
    this.visible = visible;
    this.lanes = history.lanes().size();
    this.visibleUpTo = new int[visible.length];
    int[] newest = new int[lanes];
    Arrays.fill(newest, -1);
    for (int index = 0; index < visible.length; index++) {
      int lane = history.lane(index);
      if (visible[index]) {
        newest[lane] = index;
      }
      visibleUpTo[index] = newest[lane];
    }
  }

  /// By the index of their later end.
  List<Arrow> arrows() {
    List<Arrow> arrows = new ArrayList<>();
    int[] candidates = new int[lanes];
    for (int to = 0; to < visible.length; to++) {
      if (visible[to]) {
        int found = candidates(to, candidates);
        for (int i = 0; i < found; i++) {
          if (isLast(candidates, found, candidates[i])) {
            boolean isOwn = history.lane(candidates[i]) == history.lane(to);
            arrows.add(new Arrow(candidates[i], to, isDirect(candidates[i], to), isOwn));
          }
        }
      }
    }
    return arrows;
  }

  /// The newest visible event of each lane that `to` had seen and its lane's one before had not.
  private int candidates(int to, int[] candidates) {
    int own = history.lane(to);
    int previous = before(to);
    int found = 0;
    for (int lane = 0; lane < lanes; lane++) {
      int newest = lane == own ? previous : upTo(history.seen(to, lane));
      boolean isNew = lane == own || previous < 0 || newest > upTo(history.seen(previous, lane));
      if (newest >= 0 && isNew) {
        candidates[found++] = newest;
      }
    }
    return found;
  }

  /// The visible event before it on its lane.
  private int before(int index) {
    return upTo(history.previous(index));
  }

  private int upTo(int index) {
    return index < 0 ? -1 : visibleUpTo[index];
  }

  /// Whether none of the candidates had seen it.
  private boolean isLast(int[] candidates, int found, int one) {
    for (int i = 0; i < found; i++) {
      if (history.isBefore(one, candidates[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean isDirect(int from, int to) {
    for (int lane = 0; lane < lanes; lane++) {
      int newest = lane == history.lane(to) ? history.previous(to) : history.seen(to, lane);
      if (newest >= 0 && history.isBefore(from, newest)) {
        return false;
      }
    }
    return true;
  }
}
