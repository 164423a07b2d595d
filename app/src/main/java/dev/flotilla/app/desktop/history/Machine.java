package dev.flotilla.app.desktop.history;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A machine whose changes can be looked at alone. It has a replica for each copy of the workspace
/// that it ever had.
///
/// @param replicas none for all machines
record Machine(String name, Set<ReplicaId> replicas) {
  Machine {
    replicas = Set.copyOf(replicas);
  }

  /// All that have changed the workspace, by name.
  static List<Machine> of(Workspace workspace) {
    Map<String, Set<ReplicaId>> byName = new TreeMap<>();
    for (ReplicaId replica : workspace.vector().asMap().keySet()) {
      String name =
          workspace.origin(replica).map(origin -> origin.deviceName()).orElse(replica.shortName());
      byName.computeIfAbsent(name, _ -> new HashSet<>()).add(replica);
    }
    List<Machine> machines = new ArrayList<>();
    byName.forEach((name, replicas) -> machines.add(new Machine(name, replicas)));
    return machines;
  }
}
