package dev.flotilla.app.tour;

import dev.flotilla.app.cli.print.Devices;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Alternative;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.Replica;
import java.util.stream.Collectors;

/// What somebody had seen when they wrote.
final class Past {
  private Past() {}

  /// For example `ben wrote green; it had seen these operations: 12 of anna, 3 of ben`.
  static String sentence(Replica replica, Alternative alternative) {
    Workspace workspace = replica.workspace();
    String seen =
        replica.log(LogQuery.newest(Integer.MAX_VALUE).by(alternative.author())).stream()
            .filter(entry -> contains(entry, alternative.dot().counter()))
            .findFirst()
            .map(entry -> vector(entry.past(), workspace))
            .orElse("nothing");
    return "%s wrote %s; it had seen these operations: %s"
        .formatted(
            Devices.name(workspace, alternative.author()), alternative.value().display(), seen);
  }

  private static boolean contains(LogEntry entry, long counter) {
    return entry.first() <= counter && counter < entry.first() + entry.operations().size();
  }

  private static String vector(VersionVector vector, Workspace workspace) {
    return vector.asMap().entrySet().stream()
        .map(entry -> entry.getValue() + " of " + Devices.name(workspace, entry.getKey()))
        .collect(Collectors.joining(", "));
  }
}
