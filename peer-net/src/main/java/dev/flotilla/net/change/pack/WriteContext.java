package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// What the next write is compared with: the parts of the writes before it, also of other changes.
/// Both sides keep one and move it in the same way.
///
/// | bit | what follows if it is set |
/// |---|---|
/// | 0 | another kind of slot: u8 |
/// | 1, 2 | another kind, another key of the entity: word |
/// | 3 | another name of a field or set: word |
/// | 4 | another element: word |
/// | 5 | another value |
/// | 6 | superseded writes that are not as before: count, then replica and counter of each |
/// | 7 | no write: the operation by itself; no other bit is set |
///
/// "As before" means: none as before, or one of the same replica as before, and then its counter
/// follows as the distance from the last one told.
final class WriteContext {
  static final int OTHER_TAG = 1;
  static final int OTHER_KIND = 1 << 1;
  static final int OTHER_KEY = 1 << 2;
  static final int OTHER_NAME = 1 << 3;
  static final int OTHER_ELEMENT = 1 << 4;
  static final int OTHER_VALUE = 1 << 5;
  static final int OTHER_DOTS = 1 << 6;
  static final int NO_WRITE = 1 << 7;

  static final int PRESENCE = 0;
  static final int FIELD = 1;
  static final int ELEMENT = 2;

  int tag = PRESENCE;
  EntityId entity = new EntityId("", "");
  String name = "";
  String element = "";
  Value value = Value.absent();
  int dots;
  @Nullable ReplicaId replica;
  long counter;

  final Words kinds = Words.kinds();
  final Words keys = Words.keys();
  final Words names = Words.names();
  final Words elements = Words.keys();

  static int tag(Slot slot) {
    return switch (slot) {
      case Slot.Presence _ -> PRESENCE;
      case Slot.Field _ -> FIELD;
      case Slot.Element _ -> ELEMENT;
    };
  }

  String nameOf(Slot slot) {
    return switch (slot) {
      case Slot.Presence _ -> name;
      case Slot.Field(_, var field) -> field;
      case Slot.Element(_, var set, _) -> set;
    };
  }

  String elementOf(Slot slot) {
    return slot instanceof Slot.Element(_, _, var other) ? other : element;
  }

  /// How `write` differs from what was before.
  int difference(Operation.Write write) {
    var slot = write.slot();
    return bit(OTHER_TAG, tag(slot) != tag)
        | bit(OTHER_KIND, !slot.entity().kind().equals(entity.kind()))
        | bit(OTHER_KEY, !slot.entity().key().equals(entity.key()))
        | bit(OTHER_NAME, !nameOf(slot).equals(name))
        | bit(OTHER_ELEMENT, !elementOf(slot).equals(element))
        | bit(OTHER_VALUE, !write.value().equals(value))
        | bit(OTHER_DOTS, !isAsBefore(write.supersedes()));
  }

  private boolean isAsBefore(SortedSet<Dot> supersedes) {
    return supersedes.size() == dots
        && (dots == 0 || (dots == 1 && supersedes.first().replica().equals(replica)));
  }

  private static int bit(int bit, boolean isSet) {
    return isSet ? bit : 0;
  }
}
