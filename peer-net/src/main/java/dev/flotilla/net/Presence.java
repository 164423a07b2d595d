package dev.flotilla.net;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.ModelLimits;
import java.util.Optional;

/// What somebody at a machine is about just now: a hint for the others, never stored, never passed
/// on, in nobody's way.
///
/// @param entity none if nobody is about anything
/// @param field the field or the set that is being edited; empty: the entity as a whole
public record Presence(Doing doing, Optional<EntityId> entity, String field) {
  /// How busy somebody is with something.
  public enum Doing {
    NOTHING,
    LOOKING,
    EDITING
  }

  /// Nobody is about anything.
  public static final Presence NOTHING = new Presence(Doing.NOTHING, Optional.empty(), "");

  public Presence {
    if ((doing == Doing.NOTHING) != entity.isEmpty() || (entity.isEmpty() && !field.isEmpty())) {
      throw new IllegalArgumentException(doing + " " + entity + " " + field);
    }
    if (ModelLimits.utf8Length(field) > ModelLimits.FIELD_NAME_BYTES_MAX) {
      throw new IllegalArgumentException("a field name of " + field.length() + " characters");
    }
  }

  /// Somebody looks at an entity.
  public static Presence looking(EntityId entity) {
    return new Presence(Doing.LOOKING, Optional.of(entity), "");
  }

  /// Somebody edits a field of an entity.
  public static Presence editing(EntityId entity, String field) {
    return new Presence(Doing.EDITING, Optional.of(entity), field);
  }

  /// Whether somebody is about something.
  public boolean isSomething() {
    return doing != Doing.NOTHING;
  }
}
