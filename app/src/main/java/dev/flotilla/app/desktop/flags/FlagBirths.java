package dev.flotilla.app.desktop.flags;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Workspace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;

/// Says when flags were created, by the first write of their type: it is written then and never
/// again. Asked by few rows, because a look costs more than all else that a row is made of.
///
/// Thread: any.
final class FlagBirths {
  private final InstantSource clock;
  private volatile Workspace workspace = Workspace.EMPTY;

  FlagBirths(InstantSource clock) {
    this.clock = clock;
  }

  /// Looks into this snapshot from now on.
  void in(Workspace newer) {
    workspace = newer;
  }

  Instant now() {
    return clock.instant();
  }

  Instant of(EntityId flag) {
    Slot type = new Slot.Field(flag, FieldNames.TYPE);
    return workspace.register(type).siblings().values().stream()
        .map(write -> Instant.ofEpochMilli(write.at().wallMillis()))
        .min(Comparator.naturalOrder())
        .orElseGet(this::now);
  }
}
