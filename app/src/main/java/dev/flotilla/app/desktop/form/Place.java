package dev.flotilla.app.desktop.form;

import dev.flotilla.model.EntityId;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Which field of which entity a part of a window edits, so that others can be told and shown.
///
/// @param field the name of a field or a set; empty: the entity as a whole
public record Place(EntityId entity, String field) {
  /// Says what `node`, and all that is in it, edits.
  public static <N extends Node> N mark(N node, EntityId entity, String field) {
    node.getProperties().put(Place.class, new Place(entity, field));
    return node;
  }

  /// Says that nothing is edited there any longer.
  public static void unmark(Node node) {
    node.getProperties().remove(Place.class);
  }

  /// What is edited where `node` is, if that was said.
  public static Optional<Place> of(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.hasProperties() && at.getProperties().get(Place.class) instanceof Place place) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
