package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Workspace;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// All that a file proposes.
///
/// @param threeWay whether it is known what the file said when it was written, so that only what
///   was edited in it is proposed
/// @param items environments first, then flags in the order of the file
/// @param unused names of variants that the file lacks and that stay, because another environment
///   uses them
public record Proposal(boolean threeWay, List<ProposedItem> items, List<KeptVariant> unused) {
  /// A variant that stays although the file lacks it.
  public record KeptVariant(String flag, String variant) {}

  public Proposal {
    items = List.copyOf(items);
    unused = List.copyOf(unused);
  }

  /// How many items are of this kind.
  public long count(ProposedItem.Kind kind) {
    return items.stream().filter(item -> item.kind() == kind).count();
  }

  /// How many fields, and flags as a whole, need a choice.
  public long conflicts() {
    return items.stream()
        .mapToLong(item ->
            (item.conflict() ? 1 : 0)
                + item.fields().stream().filter(ProposedField::conflict).count())
        .sum();
  }

  /// The edits of what is chosen, in lists that fit into one change each.
  ///
  /// @param chosen which items are imported at all
  /// @param taken which conflicting fields become what the file says
  public List<List<Edit>> batches(
      Workspace now,
      Predicate<ProposedItem> chosen,
      BiPredicate<ProposedItem, ProposedField> taken) {
    var batches = new Batches(now);
    for (var item : items) {
      if (chosen.test(item)) {
        batches.add(item.edits(field -> taken.test(item, field)));
      }
    }
    return batches.all();
  }
}
