package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What newer programs wrote about in ways that this one does not understand, and who did. It
/// counts only while the author's device may write by the roster of the state: whoever freezes
/// things to be in the way of others is made a viewer, and they are free again.
///
/// Immutable; snapshots between which nothing was added share one, so that an ordinary edit costs
/// nothing here, however much there is.
final class FrozenIds {
  static final FrozenIds NONE = new FrozenIds(PersistentMap.empty());

  private final PersistentMap<EntityId, Set<ReplicaId>> authors;

  /// What [#list] gave last. Computed again by whoever has another roster.
  private volatile @Nullable Listed listed;

  private record Listed(Roster roster, List<EntityId> ids) {}

  private FrozenIds(PersistentMap<EntityId, Set<ReplicaId>> authors) {
    this.authors = authors;
  }

  FrozenIds with(EntityId id, ReplicaId author) {
    var known = authors.getOrDefault(id, Set.of());
    if (known.contains(author)) {
      return this;
    }
    var more = new HashSet<>(known);
    more.add(author);
    return new FrozenIds(authors.with(id, Set.copyOf(more)));
  }

  /// Whether this program may not edit the entity: it is named, or the workspace is.
  boolean covers(EntityId id, Roster roster) {
    return !authors.isEmpty() && (counts(id, roster) || counts(EntityId.workspace(), roster));
  }

  /// In order. Costs O(n log n), once for a roster.
  List<EntityId> list(Roster roster) {
    var known = listed;
    if (known != null && known.roster().equals(roster)) {
      return known.ids();
    }
    var ids = new ArrayList<EntityId>();
    for (var id : authors.keys()) {
      if (counts(id, roster)) {
        ids.add(id);
      }
    }
    Collections.sort(ids);
    var fresh = List.copyOf(ids);
    listed = new Listed(roster, fresh);
    return fresh;
  }

  void forEach(BiConsumer<EntityId, ReplicaId> visitor) {
    authors.forEach((id, all) -> all.forEach(author -> visitor.accept(id, author)));
  }

  private boolean counts(EntityId id, Roster roster) {
    return authors.getOrDefault(id, Set.of()).stream().anyMatch(author -> mayEdit(author, roster));
  }

  private static boolean mayEdit(ReplicaId author, Roster roster) {
    return roster
        .origin(author)
        .flatMap(origin -> roster.member(origin.device()))
        .map(member -> member.role().mayEdit())
        .orElse(true);
  }
}
