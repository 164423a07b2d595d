package dev.flotilla.app.causality;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A change, without what it wrote: one event of a space-time diagram.
///
/// @param machine the author's name for its device
/// @param first the counter of its first operation
/// @param last the counter of its last one
/// @param touches where it wrote, each place once, the first [#TOUCHES_MAX]
/// @param past what its author had seen, the change itself included: its vector clock
/// @param settles writes of others to one field or element that did not know of each other, and
///   that this one replaced: by its author, the conflict is over
/// @param existence what it did to whether entities are there
public record Event(
    ChangeRef ref,
    String machine,
    long first,
    long last,
    HybridTimestamp at,
    String message,
    Set<Touch> touches,
    VersionVector past,
    Set<Dot> settles,
    Existence existence) {
  /// Deletions, and what was decided about them.
  ///
  /// @param deletes its writes that deleted something
  /// @param replaced for each entity of which it replaced several such writes, these. Every edit
  ///   confirms that its entity is there: that several did so is no conflict unless one deleted it
  public record Existence(Set<Dot> deletes, Set<Set<Dot>> replaced) {
    static final Existence NONE = new Existence(Set.of(), Set.of());

    public Existence {
      deletes = Set.copyOf(deletes);
      replaced = Set.copyOf(replaced);
    }
  }

  /// Places that are kept of a change. A large import writes to thousands.
  public static final int TOUCHES_MAX = 64;

  public Event {
    touches = Collections.unmodifiableSet(new LinkedHashSet<>(touches));
    settles = Set.copyOf(settles);
  }

  /// An event that settles nothing.
  public Event(
      ChangeRef ref,
      String machine,
      long first,
      long last,
      HybridTimestamp at,
      String message,
      Set<Touch> touches,
      VersionVector past) {
    this(ref, machine, first, last, at, message, touches, past, Set.of(), Existence.NONE);
  }

  /// The event of a change. Cost: its operations.
  public static Event of(LogEntry change) {
    List<Operation> operations = change.operations();
    Set<Touch> touches = new LinkedHashSet<>();
    Set<Dot> settles = new HashSet<>();
    Set<Dot> deletes = new HashSet<>();
    Set<Set<Dot>> replaced = new HashSet<>();
    for (int at = 0; at < operations.size(); at++) {
      if (operations.get(at) instanceof Operation.Write write) {
        if (touches.size() < TOUCHES_MAX) {
          touches.add(touch(write.slot()));
        }
        boolean isPresence = write.slot() instanceof Slot.Presence;
        if (isPresence && !write.value().isPresent()) {
          deletes.add(new Dot(change.author(), change.first() + at));
        }
        if (write.supersedes().size() > 1 && isPresence) {
          replaced.add(Set.copyOf(write.supersedes()));
        } else if (write.supersedes().size() > 1) {
          settles.addAll(write.supersedes());
        }
      }
    }
    return new Event(
        change.ref(),
        change.deviceName(),
        change.first(),
        change.first() + operations.size() - 1,
        change.at(),
        change.message(),
        touches,
        change.past(),
        settles,
        deletes.isEmpty() && replaced.isEmpty()
            ? Existence.NONE
            : new Existence(deletes, replaced));
  }

  private static Touch touch(Slot slot) {
    return switch (slot) {
      case Slot.Presence(var entity) -> new Touch(entity, "");
      case Slot.Field(var entity, var name) -> new Touch(entity, name);
      case Slot.Element(var entity, var set, _) -> new Touch(entity, set);
    };
  }

  public ReplicaId author() {
    return ref.author();
  }

  /// The number of the change in its author's chain, as people see it.
  public long number() {
    return ref.seq();
  }

  /// When the author says it was made; its clock may have been wrong.
  public Instant time() {
    return Instant.ofEpochMilli(at.wallMillis());
  }

  /// Whether its author had seen the operation, or it is one of its own.
  public boolean hasSeen(Dot dot) {
    return past.contains(dot);
  }

  /// Whether it wrote to the entity, as far as that is known.
  public boolean isAbout(EntityId entity) {
    return touches.stream().anyMatch(touch -> touch.entity().equals(entity));
  }
}
