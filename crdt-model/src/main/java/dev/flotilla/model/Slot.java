package dev.flotilla.model;

/// A place in the workspace that holds one sibling register.
///
/// Ordered by entity, then presence before fields before elements, then by name.
public sealed interface Slot extends Comparable<Slot> {
  /// The entity that the slot belongs to.
  EntityId entity();

  /// Whether the entity is there at all.
  record Presence(EntityId entity) implements Slot {
    /// Entity and a star.
    @Override
    public String toString() {
      return entity + "/*";
    }
  }

  /// A named field of the entity.
  record Field(EntityId entity, String name) implements Slot {
    @Override
    public String toString() {
      return entity + "/" + name;
    }
  }

  /// Whether `element` is in the named set of the entity.
  record Element(EntityId entity, String set, String element) implements Slot {
    @Override
    public String toString() {
      return entity + "/" + set + "[" + element + "]";
    }
  }

  @Override
  default int compareTo(Slot other) {
    int byEntity = entity().compareTo(other.entity());
    if (byEntity != 0) {
      return byEntity;
    }
    int byRank = Integer.compare(rank(this), rank(other));
    if (byRank != 0) {
      return byRank;
    }
    int byName = name(this).compareTo(name(other));
    return byName != 0 ? byName : element(this).compareTo(element(other));
  }

  private static int rank(Slot slot) {
    return switch (slot) {
      case Presence _ -> 0;
      case Field _ -> 1;
      case Element _ -> 2;
    };
  }

  private static String name(Slot slot) {
    return switch (slot) {
      case Presence _ -> "";
      case Field(_, var name) -> name;
      case Element(_, var set, _) -> set;
    };
  }

  private static String element(Slot slot) {
    return switch (slot) {
      case Presence _, Field _ -> "";
      case Element(_, _, var element) -> element;
    };
  }
}
