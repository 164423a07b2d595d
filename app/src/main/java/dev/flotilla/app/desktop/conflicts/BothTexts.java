package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.difference.TextMerge;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Value;
import java.util.Optional;

/// What two did to one text, in one text.
final class BothTexts {
  private BothTexts() {}

  /// The text with both changes; none where they meet, where one of them has both already, and for
  /// what is no prose: parts of two numbers, documents or names make no third.
  ///
  /// @param before what both replaced, if that is known
  static Optional<String> of(Conflict conflict, Optional<Value> before) {
    if (!(conflict instanceof Conflict.WriteWrite write)
        || !isProse(write)
        || write.alternatives().size() != 2
        || !(before.orElse(Value.absent()) instanceof Value.Text(var old))
        || !(write.alternatives().getFirst().value() instanceof Value.Text(var one))
        || !(write.alternatives().getLast().value() instanceof Value.Text(var other))) {
      return Optional.empty();
    }
    return TextMerge.of(old, one, other).filter(text -> !text.equals(one) && !text.equals(other));
  }

  private static boolean isProse(Conflict.WriteWrite write) {
    return switch (FieldPath.parse(write.field())) {
      case FieldPath.Plain(var name) -> name.equals(FieldNames.DESCRIPTION);
      case FieldPath.Variant _, FieldPath.Metadata _ -> true;
      case FieldPath.Targeting _,
          FieldPath.Condition _,
          FieldPath.Outcome _,
          FieldPath.Evaluator _,
          FieldPath.State _,
          FieldPath.Default _,
          FieldPath.Position _,
          FieldPath.Counted _ ->
          false;
    };
  }
}
