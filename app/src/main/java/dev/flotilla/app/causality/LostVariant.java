package dev.flotilla.app.causality;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// The value of a variant that somebody removed while others began to use it. The workspace does
/// not have it any more; the log does, because the removal names the writes that it replaced.
public final class LostVariant {
  private LostVariant() {}

  /// The value that the variant had before it was removed; none if the log does not reach that far.
  /// Cost: as many look-ups as there are removals.
  ///
  /// @param holding the changes that made these operations
  /// @param written what these operations wrote
  public static Optional<Value> value(
      Conflict.MissingVariant missing,
      Function<Collection<Dot>, List<LogEntry>> holding,
      Function<Collection<Dot>, Map<Dot, Value>> written) {
    Slot slot =
        new Slot.Field(EntityId.flag(missing.flag()), FieldNames.variant(missing.variant()));
    List<Dot> removals = missing.alternatives().getFirst().dots();
    TreeSet<Dot> replaced = new TreeSet<>();
    for (LogEntry change : holding.apply(removals)) {
      for (Operation operation : change.operations()) {
        if (operation instanceof Operation.Write write && write.slot().equals(slot)) {
          replaced.addAll(write.supersedes());
        }
      }
    }
    return written.apply(replaced).values().stream().filter(Value::isPresent).findFirst();
  }
}
