package dev.flotilla.app.causality;

import dev.flotilla.app.rehearsal.RehearsalFleet;
import dev.flotilla.app.rehearsal.RehearsalMachine;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Two machines that wrote a field while they were apart, and a third value after.
final class Settled {
  private Settled() {}

  /// The two, together, with one flag.
  static RehearsalFleet founded() {
    RehearsalFleet fleet =
        RehearsalFleet.founded(
            "Harbour",
            List.of(
                RehearsalMachine.named("Ana", new ReplicaId(1, 1), 1),
                RehearsalMachine.named("Ben", new ReplicaId(2, 2), 2)),
            Instant.parse("2026-11-21T09:30:00Z"));
    fleet.edit(0, "", Edit.CreateFlag.bool("dark"));
    return fleet;
  }

  static RehearsalFleet team() {
    RehearsalFleet fleet = founded();
    fleet.cut(1, 1);
    fleet.edit(0, "One", owner("ana"));
    fleet.edit(1, "Another", owner("ben"));
    fleet.heal();
    fleet.edit(0, "", Edit.tag("dark", "night"));
    fleet.edit(1, "Neither", owner("chen"));
    return fleet;
  }

  private static Edit owner(String owner) {
    return new Edit.SetField(
        EntityId.flag("dark"), FieldNames.OWNER, Value.of(owner), Optional.empty());
  }
}
