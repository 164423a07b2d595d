package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.crdt.ReplicaId;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/// A rule by which conflicts are decided without looking at each.
sealed interface BulkRule {
  /// What applications read now.
  record InUse() implements BulkRule {}

  /// What was written last, by the authors' clocks.
  record Newest() implements BulkRule {}

  /// What one machine wrote.
  record By(ReplicaId author) implements BulkRule {}

  /// What somebody wants to be there: nothing is deleted or removed.
  record Keep() implements BulkRule {}

  /// The side that the rule takes; none if it says nothing about this conflict.
  default Optional<ConflictView.Option> side(ConflictView conflict) {
    return switch (this) {
      case InUse _ -> conflict.options().stream().findFirst();
      case Newest _ ->
          conflict.options().stream()
              .max(Comparator.comparing(option -> option.alternative().at()));
      case By(var author) -> only(conflict, option -> option.alternative().author().equals(author));
      case Keep _ ->
          conflict.options().stream().anyMatch(option -> !isThere(option))
              ? only(conflict, BulkRule::isThere)
              : Optional.empty();
    };
  }

  private static boolean isThere(ConflictView.Option option) {
    return option.alternative().value().isPresent();
  }

  /// Of several that fit none is taken.
  private static Optional<ConflictView.Option> only(
      ConflictView conflict, Predicate<ConflictView.Option> wanted) {
    var found = conflict.options().stream().filter(wanted).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
