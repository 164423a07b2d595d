package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.model.EntityId;

/// A line of the list of conflicts.
sealed interface InboxRow {
  /// What the decisions below it are about, which are more than one.
  ///
  /// @param count how many there are
  record About(EntityId entity, String key, int count) implements InboxRow {}

  /// A decision.
  ///
  /// @param alone whether it is the only one about its thing, which is then named here
  record Decision(InboxEntry entry, boolean alone) implements InboxRow {}
}
