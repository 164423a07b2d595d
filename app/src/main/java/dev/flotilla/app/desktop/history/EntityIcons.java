package dev.flotilla.app.desktop.history;

import dev.flotilla.model.EntityId;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// Signs of what changes are about.
public final class EntityIcons {
  private EntityIcons() {}

  /// The sign of a kind of thing; none: people and machines.
  public static Feather of(Optional<EntityId> entity) {
    return switch (entity.map(EntityId::kind).orElse("")) {
      case EntityId.FLAG -> Feather.FLAG;
      case EntityId.TAG_SET -> Feather.TAG;
      case EntityId.COUNTER -> Feather.HASH;
      case EntityId.FOLDER -> Feather.FOLDER;
      case EntityId.ENVIRONMENT -> Feather.LAYERS;
      case EntityId.WORKSPACE -> Feather.BOX;
      default -> Feather.USERS;
    };
  }
}
