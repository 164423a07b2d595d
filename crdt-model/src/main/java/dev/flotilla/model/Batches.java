package dev.flotilla.model;

import java.util.ArrayList;
import java.util.List;

/// Packs edits into batches that fit into one change each, in the order in which they come. The
/// edits of one entity stay together unless they are too large for any change.
public final class Batches {
  // A batch meets a workspace that may have moved on: more writes to supersede make it larger.
  private static final PlanSize TO_SPARE =
      new PlanSize(ModelLimits.OPERATIONS_MAX / 4, ModelLimits.OPERATIONS_BYTES_MAX / 4);

  private final Workspace now;
  private final List<List<Edit>> full = new ArrayList<>();
  private List<Edit> current = new ArrayList<>();
  private PlanSize size = TO_SPARE;

  /// Empty, for edits that are made in `now`.
  public Batches(Workspace now) {
    this.now = now;
  }

  /// Whether these edits fit into one batch.
  public boolean fit(List<Edit> edits) {
    return TO_SPARE.plus(sizeOf(edits)).fits();
  }

  /// Adds the edits of one entity.
  public void add(List<Edit> edits) {
    if (fit(edits)) {
      append(edits);
    } else {
      edits.forEach(edit -> append(List.of(edit)));
    }
  }

  /// All batches; none is empty.
  public List<List<Edit>> all() {
    var all = new ArrayList<>(full);
    if (!current.isEmpty()) {
      all.add(current);
    }
    return all;
  }

  private void append(List<Edit> edits) {
    var added = sizeOf(edits);
    if (!current.isEmpty() && !size.plus(added).fits()) {
      full.add(current);
      current = new ArrayList<>();
      size = TO_SPARE;
    }
    current.addAll(edits);
    size = size.plus(added);
  }

  private PlanSize sizeOf(List<Edit> edits) {
    return edits.stream()
        .map(edit -> EditPlanner.sizeAtMost(now, edit))
        .reduce(PlanSize.NONE, PlanSize::plus);
  }
}
