package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.Origin;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// All slots of one entity, with everything that is derived from them computed on demand and kept.
/// Immutable; a write costs O(log slots). What nobody writes on lies packed ([EntityPacking]) once
/// a store has asked for that form; a write then unpacks it first.
final class Entity {
  private final EntityId id;

  /// Null where the packed form is there, and the other way round: two forms of the same.
  private volatile @Nullable EntityContent content;

  private volatile byte @Nullable [] packed;

  private final boolean present;

  /// Whether somebody ever wrote that this requires another.
  private final boolean linked;

  private final boolean contested;

  /// Whether this is a flag with a variant that is gone or not of its type.
  private final boolean odd;

  /// Computed when first asked for, twice if two threads ask at once. Plain fields instead of
  /// [Lazy]: there are as many of these as there are entities, and most are never asked for.
  private volatile @Nullable List<Conflict> conflicts;

  private volatile @Nullable Octets hash;

  /// May be what was shown before the last writes ([TagSetReading.Behind]).
  private volatile @Nullable View view;

  private Entity(EntityId id, EntityContent content, boolean present, boolean linked) {
    this.id = id;
    this.content = content;
    this.present = present;
    this.linked = linked;
    this.contested = !content.contested().isEmpty();
    this.odd = !content.odd().isEmpty();
  }

  private Entity(EntityId id, byte[] packed) {
    this.id = id;
    this.packed = packed;
    this.present = EntityPacking.isPresent(packed);
    this.linked = EntityPacking.isLinked(packed);
    this.contested = EntityPacking.isContested(packed);
    this.odd = EntityPacking.isOdd(packed);
  }

  static Entity empty(EntityId id) {
    return new Entity(id, EntityContent.NONE, isAlwaysPresent(id), false);
  }

  /// What [#pack] gave; keeps the array, which must not change.
  static Entity of(EntityId id, byte[] packed) {
    return new Entity(id, packed);
  }

  /// The packed form, in which this entity lies from now on; none if it is too large for that.
  Optional<byte[]> pack(int bytesMax) {
    var bytes = packed;
    if (bytes == null) {
      var open = content();
      if (open.slots().size() > EntityPacking.SLOTS_MAX) {
        return Optional.empty();
      }
      bytes = EntityPacking.pack(this, open);
      if (bytes.length > bytesMax) {
        return Optional.empty();
      }
      packed = bytes; // before the other form goes: whoever misses that one finds this one
      content = null;
    }
    return bytes.length > bytesMax ? Optional.empty() : Optional.of(bytes);
  }

  private EntityContent content() {
    var open = content;
    if (open != null) {
      return open;
    }
    var bytes = packed;
    if (bytes == null) {
      throw new IllegalStateException("an entity without content: " + id);
    }
    return EntityPacking.unpack(id, bytes);
  }

  EntityId id() {
    return id;
  }

  DotFun<Stamped<Value>> siblings(Slot slot) {
    return content().siblings(slot);
  }

  boolean isPresent() {
    return present;
  }

  void forEachSlot(BiConsumer<Slot, DotFun<Stamped<Value>>> visitor) {
    var open = content;
    var bytes = packed;
    if (open == null && bytes != null) {
      EntityPacking.forEachSlot(id, bytes, visitor);
    } else {
      content().slots().forEach(visitor);
    }
  }

  void forEachEntry(Workspace.EntryVisitor visitor) {
    forEachSlot((slot, siblings) ->
        siblings.entries().forEach(sibling -> visitor.visit(slot, sibling.dot(), sibling.value())));
  }

  int size() {
    return content().slots().size();
  }

  Iterable<Slot> slots() {
    return content().slots().keys();
  }

  Entity with(Slot slot, Dot dot, Stamped<Value> stamped, Collection<Dot> supersedes) {
    var next = content().with(slot, dot, stamped, supersedes);
    var written =
        new Entity(
            id,
            next,
            slot instanceof Slot.Presence
                ? Contents.isThere(next.siblings(slot)) || isAlwaysPresent(id)
                : present,
            linked
                || (slot instanceof Slot.Element(_, var set, _)
                    && set.equals(FieldNames.REQUIRES)));
    if (id.kind().equals(EntityId.TAG_SET)) {
      written.view = TagSetReading.after(view, slot, new Dotted<>(dot, stamped));
    }
    return written;
  }

  /// This entity with one more position in the order of the rules of an environment.
  Entity with(String environment, Dot position, Origin origin) {
    return new Entity(id, content().with(environment, position, origin), present, linked);
  }

  FugueTree order(String environment) {
    return orders().getOrDefault(environment, FugueTree.EMPTY);
  }

  PersistentMap<String, FugueTree> orders() {
    return content().orders();
  }

  /// What superseded writes left for good, by environment and dot.
  List<Trace> sortedTraces() {
    return content().sortedTraces(id);
  }

  /// Whether this is deleted and everybody who may still write knows all of it. Cost: the slots of
  /// a deleted entity.
  boolean isDisposable(VersionVector everywhere) {
    if (present || id.kind().equals(EntityId.FOLDER)) {
      return false;
    }
    for (var siblings : content().slots().values()) {
      for (var dot : siblings.dots()) {
        if (!everywhere.contains(dot)) {
          return false;
        }
      }
    }
    return true;
  }

  /// The workspace itself cannot be deleted, whatever somebody writes.
  private static boolean isAlwaysPresent(EntityId id) {
    return id.kind().equals(EntityId.WORKSPACE);
  }

  boolean isLinked() {
    return linked;
  }

  boolean isContested() {
    return contested;
  }

  boolean isOdd() {
    return odd;
  }

  /// In the order of the slots; none if the entity is absent. Those about settings in environments
  /// that are gone are among them ([Misfits#isShown]), those with other entities are not.
  List<Conflict> conflicts() {
    if (!contested && !odd) {
      return List.of();
    }
    var known = conflicts;
    if (known == null) {
      known = findConflicts();
      conflicts = known;
    }
    return known;
  }

  /// What people and applications see of this entity.
  View view() {
    var known = view;
    if (known == null || known instanceof View.Outdated) {
      known = known == null ? View.of(this) : TagSetReading.of(this, known);
      view = known;
    }
    return known;
  }

  /// SHA-256 over the canonical form of all siblings of all slots.
  Octets hash() {
    var known = hash;
    if (known == null) {
      known = computeHash();
      hash = known;
    }
    return known;
  }

  List<Slot> sortedSlots() {
    var sorted = new ArrayList<Slot>();
    slots().forEach(sorted::add);
    Collections.sort(sorted);
    return sorted;
  }

  private List<Conflict> findConflicts() {
    if (!isPresent()) {
      return List.of();
    }
    var open = content();
    var disagreeing = open.contested();
    var sorted = new ArrayList<Slot>(disagreeing.size());
    disagreeing.keys().forEach(sorted::add);
    Collections.sort(sorted);
    var found = new ArrayList<Conflict>();
    for (var slot : sorted) {
      ConflictFinder.find(this, slot, disagreeing.getOrDefault(slot, DotFun.empty()))
          .ifPresent(found::add);
    }
    if (odd) {
      found.addAll(Misfits.within(this, open.odd().keys()));
      found.sort(Comparator.comparing(Conflict::slot).thenComparing(Conflict::id));
    }
    return List.copyOf(found);
  }

  private Octets computeHash() {
    var to = new CanonicalWriter();
    var open = content();
    var sorted = new ArrayList<Slot>(open.slots().size());
    open.slots().keys().forEach(sorted::add);
    Collections.sort(sorted);
    for (var slot : sorted) {
      WorkspaceCodec.writeSlot(to, slot, open.siblings(slot));
    }
    open.sortedTraces(id).forEach(trace -> WorkspaceCodec.writeTrace(to, trace));
    return Octets.of(Sha256.of(to.toBytes()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Entity entity
        && id.equals(entity.id)
        && content().slots().equals(entity.content().slots())
        && orders().equals(entity.orders());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + content().slots();
  }
}
