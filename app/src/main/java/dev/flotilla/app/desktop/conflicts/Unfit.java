package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit.PutBack.Earlier;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Operation.Write;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decisions about parts of flags that did not fit together: a variant that is gone and its use, a
/// type and a variant of another. Nothing in the log says that they were decisions: one part was
/// replaced while the other, which had been written at the same time, was still there.
///
/// Looks at what happened in each flag. Cost: the square of what was written to such parts of one.
final class Unfit {
  private final Map<Dot, At> all = new HashMap<>();
  private final Map<String, List<At>> byFlag = new HashMap<>();

  private record At(LogEntry change, Dot dot, Write write) {
    /// Whether this one had seen the other.
    boolean hadSeen(At other) {
      return change.past().contains(other.dot);
    }
  }

  Unfit(List<LogEntry> changes) {
    for (LogEntry change : changes) {
      for (int i = 0; i < change.operations().size(); i++) {
        if (change.operations().get(i) instanceof Write write) {
          At at = new At(change, new Dot(change.author(), change.first() + i), write);
          flag(write.slot())
              .ifPresent(flag -> {
                all.put(at.dot(), at);
                byFlag.computeIfAbsent(flag, _ -> new ArrayList<>()).add(at);
              });
        }
      }
    }
  }

  /// The flag whose parts a slot has to fit to.
  private static Optional<String> flag(Slot slot) {
    return switch (slot) {
      case Slot.Presence _ -> Optional.empty();
      case Slot.Element(_, var set, var other) ->
          set.equals(FieldNames.REQUIRES) ? Optional.of(other) : Optional.empty();
      case Slot.Field(EntityId(_, var key), var name) ->
          switch (FieldPath.parse(name)) {
            case FieldPath.Variant _, FieldPath.Default _, FieldPath.Outcome _ -> Optional.of(key);
            case FieldPath.Plain(var plain) when plain.equals(FieldNames.TYPE) -> Optional.of(key);
            case FieldPath _ -> Optional.empty();
          };
    };
  }

  /// What a write replaced, if that did not fit to something that was still there.
  Optional<Earlier> replaced(Dot dot) {
    At by = all.get(dot);
    At part = by == null ? null : all.get(by.write().supersedes().first());
    if (by == null || part == null || by.write().value().equals(part.write().value())) {
      return Optional.empty();
    }
    List<At> others =
        byFlag.getOrDefault(flag(by.write().slot()).orElse(""), List.of()).stream()
            .filter(other -> disagree(part.write(), other.write()))
            .filter(other -> !disagree(by.write(), other.write()))
            .filter(other -> !part.hadSeen(other) && !other.hadSeen(part) && by.hadSeen(other))
            .toList();
    return others.stream().anyMatch(other -> isThere(other, by))
        ? Optional.of(new Earlier(part.dot(), part.write().value()))
        : Optional.empty();
  }

  /// Whether nobody that `by` had seen had replaced it.
  private boolean isThere(At part, At by) {
    return byFlag.getOrDefault(flag(part.write().slot()).orElse(""), List.of()).stream()
        .filter(other -> !other.change().equals(by.change()) && by.hadSeen(other))
        .noneMatch(other -> other.write().supersedes().contains(part.dot()));
  }

  private static boolean disagree(Write one, Write other) {
    return lacks(one, other) || lacks(other, one) || differs(one, other) || differs(other, one);
  }

  private static boolean lacks(Write gone, Write use) {
    return !gone.value().isPresent()
        && gone.slot() instanceof Slot.Field(_, var name)
        && FieldPath.parse(name) instanceof FieldPath.Variant(var variant)
        && use.value().equals(Value.of(variant))
        && !(use.slot() instanceof Slot.Field(_, var used)
            && FieldPath.parse(used) instanceof FieldPath.Variant);
  }

  private static boolean differs(Write type, Write variant) {
    return type.slot() instanceof Slot.Field(_, var typed)
        && typed.equals(FieldNames.TYPE)
        && type.value() instanceof Value.Text(var name)
        && variant.value().isPresent()
        && variant.slot() instanceof Slot.Field(_, var written)
        && FieldPath.parse(written) instanceof FieldPath.Variant
        && FlagType.parse(name).filter(now -> !now.accepts(variant.value())).isPresent();
  }
}
