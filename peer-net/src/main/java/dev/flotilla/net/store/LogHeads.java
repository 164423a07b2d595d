package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Codec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Lineages;
import dev.flotilla.net.change.PeerHeads;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the committed log has, to compare with what a peer has. Valid within one transaction.
final class LogHeads implements PeerHeads.Log<SQLException> {
  private final Statements statements;
  private final ReplicaNumbers numbers;
  private final Lineages lineages;
  private final Heads heads;

  private LogHeads(Statements statements, ReplicaNumbers numbers, Lineages lineages, Heads heads) {
    this.statements = statements;
    this.numbers = numbers;
    this.lineages = lineages;
    this.heads = heads;
  }

  static LogHeads read(Statements statements, ReplicaNumbers numbers) throws SQLException {
    var heads = new TreeMap<ReplicaId, Head>();
    try (var rows =
        statements.with("SELECT replica, last, seq, hash FROM replica").executeQuery()) {
      while (rows.next()) {
        heads.put(
            Codec.REPLICA_ID.decode(rows.getBytes(1)),
            new Head(rows.getLong(2), rows.getLong(3), ChangeHash.of(rows.getBytes(4)).prefix()));
      }
    }
    var lineages = new LineageTable(statements, numbers).all();
    return new LogHeads(statements, numbers, lineages, Heads.of(heads));
  }

  @Override
  public Heads heads() {
    return heads;
  }

  @Override
  public Lineages lineages() {
    return lineages;
  }

  @Override
  public Optional<ChangeHash> hashOf(ReplicaId lineage, long seq) throws SQLException {
    try (var row =
        statements
            .with(
                "SELECT hash FROM change WHERE author=? AND seq=?", numbers.numberOf(lineage), seq)
            .executeQuery()) {
      return row.next() ? Optional.of(ChangeHash.of(row.getBytes(1))) : Optional.empty();
    }
  }

  /// The counter of the last operation of a lineage's change; 0 before the first.
  long counterAt(ReplicaId lineage, long seq) throws SQLException {
    var head = heads.get(lineage);
    if (seq == 0 || head.filter(end -> end.seq() == seq).isPresent()) {
      return seq == 0 ? 0 : head.map(Head::counter).orElse(0L);
    }
    try (var row =
        statements
            .with(
                "SELECT last FROM change WHERE author=? AND seq=?", numbers.numberOf(lineage), seq)
            .executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /// What a peer told, and under the names here what it has whole.
  SortedMap<ReplicaId, Head> toldBy(Heads theirs, PeerHeads placed) {
    var told = new TreeMap<>(theirs.asMap());
    heads
        .asMap()
        .forEach((lineage, head) -> {
          if (placed.seq(lineage) == head.seq()) {
            told.putIfAbsent(lineage, head);
          }
        });
    return told;
  }
}
