package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Edit;
import dev.flotilla.openfeature.flagd.EditCost.Cost;
import java.util.ArrayList;
import java.util.List;

/// Packs edits into batches that fit into one change each, in the order in which they come. The
/// edits of one flag stay together unless they are too large for any change.
final class Batches {
  private final EditCost costs;
  private final List<List<Edit>> full = new ArrayList<>();
  private List<Edit> current = new ArrayList<>();
  private Cost spent;

  Batches(EditCost costs) {
    this.costs = costs;
    this.spent = costs.ofBatch();
  }

  /// Adds the edits of one entity.
  void add(List<Edit> edits) {
    var total = edits.stream().map(costs::of).reduce(Cost.NOTHING, Cost::plus);
    if (costs.ofBatch().plus(total).fitsInto(EditCost.BATCH_MAX)) {
      append(edits, total);
      return;
    }
    for (var edit : edits) {
      append(List.of(edit), costs.of(edit));
    }
  }

  /// All batches; none is empty.
  List<List<Edit>> all() {
    var all = new ArrayList<>(full);
    if (!current.isEmpty()) {
      all.add(current);
    }
    return all;
  }

  private void append(List<Edit> edits, Cost cost) {
    if (!current.isEmpty() && !spent.plus(cost).fitsInto(EditCost.BATCH_MAX)) {
      full.add(current);
      current = new ArrayList<>();
      spent = costs.ofBatch();
    }
    current.addAll(edits);
    spent = spent.plus(cost);
  }
}
