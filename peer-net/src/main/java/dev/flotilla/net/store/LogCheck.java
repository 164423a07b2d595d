package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Operation;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Admission;
import dev.flotilla.net.change.Admissions;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Lineages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Compares the columns that stand beside each change with the change itself, which its hash
/// guards. SQLite looks at the structure of a file only: a number or a blob in it may be any.
final class LogCheck {
  private static final String LOG =
      "SELECT author, seq, first, last, hash, wall, tick, past, raw, id FROM change ORDER BY id";

  private final Statements statements;
  private final ReplicaNumbers numbers;
  private final Map<ReplicaId, ChangeHash> heads = new HashMap<>();
  private final Map<ReplicaId, VersionVector> pasts = new HashMap<>();
  private final Map<ReplicaId, Operation.OpenReplica> openings = new HashMap<>();
  private Lineages lineages = Lineages.NONE;
  private final Set<Admission> admissions = new HashSet<>();

  LogCheck(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  /// What is wrong, or an empty text. Cost: reads and hashes the whole log.
  String contradiction() throws SQLException {
    lineages = new LineageTable(statements, numbers).all();
    try (var rows = statements.with(LOG).executeQuery()) {
      while (rows.next()) {
        var change =
            LogReader.decode(
                statements.bytes().of(rows.getLong(10), rows.getBytes(9), rows.getBytes(5)));
        if (!fits(rows, change) || !founds(change)) {
          return "a change contradicts its place in the log";
        }
        admissions.addAll(Admissions.in(change, numbers.idOf(rows.getLong(1))));
      }
    }
    return headsFit() ? "" : "the log and what was derived from it contradict each other";
  }

  private boolean fits(ResultSet row, Change change) throws SQLException {
    var lineage = lineages.get(numbers.idOf(row.getLong(1)));
    var author = lineage.id();
    if (change.seq() == lineage.baseSeq() + 1) {
      lineage.parent().ifPresent(parent -> begin(author, parent));
    }
    var past = numbers.decode(row.getBytes(8));
    var before = pasts.getOrDefault(author, VersionVector.EMPTY);
    pasts.put(author, past);
    var previous = heads.getOrDefault(author, ChangeHash.NONE);
    heads.put(author, change.hash());
    if (change.operations().getFirst() instanceof Operation.OpenReplica opening) {
      openings.putIfAbsent(author, opening);
    }
    return lineage.author().equals(change.author())
        && row.getLong(2) == change.seq()
        && row.getLong(3) == change.first()
        && row.getLong(4) == change.last()
        && new HybridTimestamp(row.getLong(6), row.getInt(7)).equals(change.at())
        && change.previous().equals(previous)
        && past.get(author) == change.last()
        && past.dominates(before)
        && change.dependencies().counters().entrySet().stream()
            .allMatch(seen -> lineages.hasSeen(past, seen.getKey(), seen.getValue()));
  }

  /// A branch goes on from the end of another lineage.
  private void begin(ReplicaId branch, ReplicaId parent) {
    pasts.put(branch, pasts.getOrDefault(parent, VersionVector.EMPTY));
    heads.put(branch, heads.getOrDefault(parent, ChangeHash.NONE));
    var opening = openings.get(parent);
    if (opening != null) {
      openings.put(branch, opening);
    }
  }

  private boolean founds(Change change) throws SQLException {
    for (var operation : change.operations()) {
      if (operation instanceof Operation.FoundWorkspace found
          && change.operations().getFirst() instanceof Operation.OpenReplica(var founder, _)) {
        return WorkspaceId.of(founder, found.nonce()).equals(new Meta(statements).workspace());
      }
    }
    return true;
  }

  private boolean headsFit() throws SQLException {
    var changes = new ChangeTable(statements, numbers);
    for (var head : changes.authors()) {
      var opening = openings.get(head.author());
      if (opening == null
          || !opening.device().equals(head.key())
          || !opening.deviceName().equals(head.deviceName())
          || !head.past().equals(pasts.get(head.author()))) {
        return false;
      }
    }
    return new HashSet<>(changes.admissions()).equals(admissions);
  }
}
