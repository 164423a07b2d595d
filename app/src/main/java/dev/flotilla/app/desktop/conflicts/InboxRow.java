package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.model.EntityId;

/// A line of the list of conflicts.
sealed interface InboxRow {
  /// What the decisions below it are about.
  ///
  /// @param count how many there are
  record About(EntityId entity, String key, int count) implements InboxRow {}

  /// A decision.
  record Decision(InboxEntry entry) implements InboxRow {}
}
