package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.Edit;
import java.util.List;

/// What an import will do. Nothing is done before the batches are submitted, one change each, in
/// order. They can be submitted to a workspace that has moved on: what does not fit any more is
/// then refused batch by batch.
///
/// @param items environments first, then flags in the order of the document
/// @param findings errors are flags that cannot be imported and are in no batch; the caller decides
///   whether to import the others
/// @param batches edits that fit into one change each; none if everything is the same
public record ImportPlan(List<ImportItem> items, List<Finding> findings, List<List<Edit>> batches) {
  public ImportPlan {
    items = List.copyOf(items);
    findings = List.copyOf(findings);
    batches = batches.stream().map(List::copyOf).toList();
  }

  /// How many items are of this kind.
  public long count(ImportItem.Kind kind) {
    return items.stream().filter(item -> item.kind() == kind).count();
  }
}
