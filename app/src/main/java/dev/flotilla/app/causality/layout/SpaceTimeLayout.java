package dev.flotilla.app.causality.layout;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Lane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Lays out a history. Lanes stand by the names of their machines; heights follow from the past of
/// an event alone, so that a new change moves others apart at most, and never past each other.
///
/// Cost: events times lanes.
public final class SpaceTimeLayout {
  private final CausalHistory history;
  private final Wanted wanted;
  private final int[] columnOf;
  private final List<Lane> shown = new ArrayList<>();

  private SpaceTimeLayout(CausalHistory history, Wanted wanted) {
    this.history = history;
    this.wanted = wanted;
    this.columnOf = new int[history.lanes().size()];
    Arrays.fill(columnOf, -1);
    for (int lane = 0; lane < columnOf.length; lane++) {
      if (!wanted.hidden().contains(history.lanes().get(lane).replica())) {
        columnOf[lane] = shown.size();
        shown.add(history.lanes().get(lane));
      }
    }
  }

  /// The diagram of what is wanted of a history.
  public static SpaceTime of(CausalHistory history, Wanted wanted) {
    return new SpaceTimeLayout(history, wanted).laidOut();
  }

  private SpaceTime laidOut() {
    boolean[] visible = new boolean[history.size()];
    for (int index = 0; index < visible.length; index++) {
      visible[index] =
          columnOf[history.lane(index)] >= 0 && wanted.events().test(history.event(index));
    }
    List<SeenFirst.Arrow> arrows = new SeenFirst(history, visible).arrows();
    int[] runOf = runs(visible, arrows);
    List<Mark> marks = marks(runOf);
    int[] placeOf = new int[history.size()];
    for (int place = 0; place < marks.size(); place++) {
      placeOf[marks.get(place).first()] = place;
    }
    int[] markOf = new int[history.size()];
    Arrays.setAll(markOf, index -> runOf[index] < 0 ? -1 : placeOf[runOf[index]]);
    return new SpaceTime(history, shown, marks, edges(arrows, markOf, marks), markOf);
  }

  /// By event, the first event of its run; -1 for what is not visible. A run ends where somebody
  /// else comes in: its events have all seen the same of others, and are seen together.
  private int[] runs(boolean[] visible, List<SeenFirst.Arrow> arrows) {
    boolean[] begins = new boolean[visible.length];
    boolean[] ends = new boolean[visible.length];
    for (SeenFirst.Arrow arrow : arrows) {
      if (!arrow.isOwn()) {
        begins[arrow.to()] = true;
        ends[arrow.from()] = true;
      }
    }
    int[] runOf = new int[visible.length];
    Arrays.fill(runOf, -1);
    int[] last = new int[history.lanes().size()];
    Arrays.fill(last, -1);
    for (int index = 0; index < visible.length; index++) {
      if (visible[index]) {
        int before = last[history.lane(index)];
        boolean alone = wanted.isOpen() || isApart(index) || (before >= 0 && isApart(before));
        runOf[index] = before < 0 || begins[index] || ends[before] || alone ? index : runOf[before];
        last[history.lane(index)] = index;
      }
    }
    return runOf;
  }

  private boolean isApart(int index) {
    return wanted.apart().contains(history.event(index).ref());
  }

  private List<Mark> marks(int[] runOf) {
    int[] count = new int[runOf.length];
    int[] last = new int[runOf.length];
    List<Integer> firsts = new ArrayList<>();
    for (int index = 0; index < runOf.length; index++) {
      if (runOf[index] >= 0) {
        count[runOf[index]]++;
        last[runOf[index]] = index;
        if (runOf[index] == index) {
          firsts.add(index);
        }
      }
    }
    double[] rows = Rows.of(history, firsts, wanted.spacing());
    List<Mark> marks = new ArrayList<>(firsts.size());
    for (int first : firsts) {
      marks.add(
          new Mark(first, last[first], count[first], columnOf[history.lane(first)], rows[first]));
    }
    marks.sort(Comparator.comparingDouble(Mark::row).thenComparingInt(Mark::column));
    return marks;
  }

  private static List<Edge> edges(List<SeenFirst.Arrow> arrows, int[] markOf, List<Mark> marks) {
    List<Edge> edges = new ArrayList<>();
    for (SeenFirst.Arrow arrow : arrows) {
      int from = markOf[arrow.from()];
      int to = markOf[arrow.to()];
      if (from != to) {
        edges.add(new Edge(from, to, arrow.isDirect(), arrow.isOwn()));
      }
    }
    edges.sort(
        Comparator.<Edge>comparingDouble(edge -> marks.get(edge.to()).row())
            .thenComparingInt(Edge::to)
            .thenComparingInt(Edge::from));
    return edges;
  }
}
