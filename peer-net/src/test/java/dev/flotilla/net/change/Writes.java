package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.sequence.Side;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation.Write;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;

/// Operations for tests.
public final class Writes {
  private Writes() {}

  /// Makes a flag be there.
  public static Write create(String flag) {
    var slot = new Slot.Presence(EntityId.flag(flag));
    return new Write(slot, Value.Bool.TRUE, Collections.emptySortedSet());
  }

  /// Puts a rule of a flag directly after a position.
  public static Write place(String flag, Optional<Dot> left, Dot... supersedes) {
    var slot = new Slot.Field(EntityId.flag(flag), FieldNames.position("production", "1-a"));
    var dots = new TreeSet<Dot>();
    Collections.addAll(dots, supersedes);
    return new Write(slot, new Value.Position(new Origin(left, Side.RIGHT)), dots);
  }

  /// Moves a folder to the top level.
  public static Write move(String folder, long counter) {
    var slot = new Slot.Field(EntityId.folder(folder), FieldNames.PARENT);
    return new Write(slot, new Value.Move(counter, Optional.empty()), Collections.emptySortedSet());
  }

  /// Writes a flag's description.
  public static Write describe(String flag, String text, Dot... supersedes) {
    var slot = new Slot.Field(EntityId.flag(flag), FieldNames.DESCRIPTION);
    var dots = new TreeSet<Dot>();
    Collections.addAll(dots, supersedes);
    return new Write(slot, Value.of(text), dots);
  }
}
