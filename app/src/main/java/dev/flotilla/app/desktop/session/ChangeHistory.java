package dev.flotilla.app.desktop.session;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import dev.flotilla.net.node.PastStates;
import dev.flotilla.net.node.SignedChange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was ever done in a workspace. Every method reads the disk and waits for it: never on the FX
/// thread. If the disk does not answer, each throws an [java.io.UncheckedIOException] with a
/// sentence.
public interface ChangeHistory {
  /// One page, newest first.
  LogPage page(LogQuery query);

  /// The change that comes after this one; none after the newest.
  Optional<LogEntry> following(ChangeRef change);

  /// What these operations wrote.
  Map<Dot, Value> written(Collection<Dot> dots);

  /// The changes that made these operations, each once. Cost: as many look-ups.
  List<LogEntry> holding(Collection<Dot> dots);

  /// The same with the bytes that were signed; none where nothing is signed. Cost: the same.
  default List<SignedChange> signed(Collection<Dot> dots) {
    return List.of();
  }

  /// The workspace as whoever had seen exactly this knew it; none if `progress` said to stop. Cost:
  /// folds the log.
  Optional<Workspace> at(VersionVector cut, PastStates.Progress progress);

  /// The workspace as it was after a change; none if `progress` said to stop.
  Optional<Workspace> at(ChangeRef change, PastStates.Progress progress);
}
