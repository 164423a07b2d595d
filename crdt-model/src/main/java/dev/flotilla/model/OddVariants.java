package dev.flotilla.model;

import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.types.Stamped;
import java.util.Optional;

/// Keeps, while a flag is written, which of its variants are gone or not of its type: only there
/// can its parts no longer fit together ([Misfits]). A write costs O(log slots), one of the type
/// O(slots).
final class OddVariants {
  private OddVariants() {}

  /// What is odd once `slot` holds `siblings`.
  ///
  /// @param slots with `slot` as it is now
  static PersistentMap<Slot, DotFun<Stamped<Value>>> after(
      PersistentMap<Slot, DotFun<Stamped<Value>>> odd,
      PersistentMap<Slot, DotFun<Stamped<Value>>> slots,
      Slot slot,
      DotFun<Stamped<Value>> siblings) {
    if (!(slot instanceof Slot.Field(EntityId(var kind, _), var name))
        || !kind.equals(EntityId.FLAG)) {
      return odd;
    }
    if (name.equals(FieldNames.TYPE)) {
      return of(slots, slot);
    }
    if (!isVariant(slot)) {
      return odd;
    }
    var type = new Slot.Field(slot.entity(), FieldNames.TYPE);
    return isOdd(siblings, type(slots.getOrDefault(type, DotFun.empty())))
        ? odd.with(slot, siblings)
        : odd.without(slot);
  }

  /// What is odd among the slots of an entity.
  static PersistentMap<Slot, DotFun<Stamped<Value>>> of(
      EntityId id, PersistentMap<Slot, DotFun<Stamped<Value>>> slots) {
    return id.kind().equals(EntityId.FLAG)
        ? of(slots, new Slot.Field(id, FieldNames.TYPE))
        : PersistentMap.empty();
  }

  private static PersistentMap<Slot, DotFun<Stamped<Value>>> of(
      PersistentMap<Slot, DotFun<Stamped<Value>>> slots, Slot typeSlot) {
    var type = type(slots.getOrDefault(typeSlot, DotFun.empty()));
    var odd = new PersistentMap.Builder<Slot, DotFun<Stamped<Value>>>();
    slots.forEach((slot, siblings) -> {
      if (isVariant(slot) && isOdd(siblings, type)) {
        odd.put(slot, siblings);
      }
    });
    return odd.build();
  }

  /// The type that was written; none if what was written is no type that this program knows.
  static Optional<FlagType> type(DotFun<Stamped<Value>> siblings) {
    return Contents.value(siblings) instanceof Value.Text(var id)
        ? FlagType.parse(id)
        : Optional.empty();
  }

  private static boolean isVariant(Slot slot) {
    return slot instanceof Slot.Field(_, var name) && name.startsWith(FieldNames.VARIANT_PREFIX);
  }

  private static boolean isOdd(DotFun<Stamped<Value>> siblings, Optional<FlagType> type) {
    var value = Contents.value(siblings);
    return !value.isPresent() || (type.isPresent() && !type.get().accepts(value));
  }
}
