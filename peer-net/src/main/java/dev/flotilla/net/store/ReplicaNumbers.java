package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.Codec;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Replica ids and the numbers of their rows, which stand for them everywhere else in the file.
/// Belongs to one connection; looks again when it meets an unknown one.
final class ReplicaNumbers {
  private final Statements statements;
  private final Map<ReplicaId, Long> numbers = new HashMap<>();
  private final Map<Long, ReplicaId> ids = new HashMap<>();

  ReplicaNumbers(Statements statements) {
    this.statements = statements;
  }

  /// The number of a replica that is in the table, or null.
  @Nullable Long find(ReplicaId id) throws SQLException {
    var known = numbers.get(id);
    if (known == null) {
      load();
      known = numbers.get(id);
    }
    return known;
  }

  long numberOf(ReplicaId id) throws SQLException {
    var number = find(id);
    if (number == null) {
      throw new IllegalStateException("replica " + id + " is not in the database");
    }
    return number;
  }

  ReplicaId idOf(long number) throws SQLException {
    var known = known(number);
    if (known.isEmpty()) {
      throw Sqlite.damage("no replica has the number " + number);
    }
    return known.get();
  }

  Optional<ReplicaId> known(long number) throws SQLException {
    if (!ids.containsKey(number)) {
      load();
    }
    return Optional.ofNullable(ids.get(number));
  }

  /// A vector as pairs of varints, half the size of the canonical form for two replicas, a tenth
  /// for many.
  byte[] encode(VersionVector vector) throws SQLException {
    var out = new CanonicalWriter();
    for (var entry : vector.asMap().entrySet()) {
      out.varint(numberOf(entry.getKey())).varint(entry.getValue());
    }
    return out.toBytes();
  }

  VersionVector decode(byte[] bytes) throws SQLException {
    var in = new CanonicalReader(bytes);
    var counters = new TreeMap<ReplicaId, Long>();
    while (in.remaining() > 0) {
      counters.put(idOf(in.varint()), in.varint());
    }
    return VersionVector.of(counters);
  }

  /// Forgets everything, after a transaction was rolled back.
  void clear() {
    numbers.clear();
    ids.clear();
  }

  private void load() throws SQLException {
    try (var rows = statements.with("SELECT id, replica FROM replica").executeQuery()) {
      while (rows.next()) {
        var id = Codec.REPLICA_ID.decode(rows.getBytes(2));
        numbers.put(id, rows.getLong(1));
        ids.put(rows.getLong(1), id);
      }
    }
  }
}
