package dev.flotilla.net.store;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.Restoring;
import dev.flotilla.model.StateCodec;
import dev.flotilla.net.change.Change;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The entities: their numbers, what lies packed of them, and which changes write to which. Through
/// the writer's connection only.
final class EntityRows {
  private static final String LOG = "SELECT id, raw, hash FROM change ORDER BY id";

  /// How many numbers are remembered: enough for the entities that people work on.
  private static final int NUMBERS_KEPT = 4096;

  /// Behind each packed entity, over its name too: SQLite does not notice a bit that flips.
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private final Statements statements;
  private final Map<EntityId, Long> numbers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EntityId, Long> eldest) {
          return size() > NUMBERS_KEPT;
        }
      };

  EntityRows(Statements statements) {
    this.statements = statements;
  }

  /// Notes what a change writes to.
  ///
  /// @param number of the change's row
  void touch(Change change, long number) throws SQLException {
    for (var entity : change.written()) {
      statements.update(
          "INSERT OR IGNORE INTO touch(entity, wall, tick, change) VALUES(?,?,?,?)",
          numberOf(entity),
          change.at().wallMillis(),
          change.at().counter(),
          number);
    }
  }

  /// Notes for the whole log what each change is about, besides what is noted: a program may know
  /// more operations than the one that appended them. Cost: reads the log.
  void touchAll() throws SQLException {
    try (var rows = statements.with(LOG).executeQuery()) {
      while (rows.next()) {
        var number = rows.getLong(1);
        var raw = statements.bytes().of(number, rows.getBytes(2), rows.getBytes(3));
        touch(LogReader.decode(raw), number);
      }
    }
  }

  /// Keeps an entity packed.
  void pack(EntityId entity, byte[] packed) throws SQLException {
    var checked = ByteBuffer.allocate(packed.length + CHECKSUM_BYTES).put(packed);
    checked.putInt(checksum(StateCodec.ENTITY.encode(entity), packed, packed.length));
    put(entity, checked.array());
  }

  /// The entity is kept by its entries.
  void unpack(EntityId entity) throws SQLException {
    put(entity, null);
  }

  private void put(EntityId entity, byte @Nullable [] packed) throws SQLException {
    var statement = statements.with("UPDATE entity SET packed=? WHERE id=?");
    statement.setBytes(1, packed);
    statement.setLong(2, numberOf(entity));
    statement.executeUpdate();
  }

  /// Nothing is packed any more.
  void unpackAll() throws SQLException {
    statements.update("UPDATE entity SET packed=NULL WHERE packed IS NOT NULL");
  }

  /// Adds all that is packed. Cost: about 2 µs for each entity.
  ///
  /// @throws IllegalStateException if something was not written so
  void restore(Restoring restoring) throws SQLException {
    try (var rows =
        statements
            .with("SELECT name, packed FROM entity WHERE packed IS NOT NULL")
            .executeQuery()) {
      while (rows.next()) {
        var name = rows.getBytes(1);
        var checked = rows.getBytes(2);
        var length = checked.length - CHECKSUM_BYTES;
        if (length < 0
            || ByteBuffer.wrap(checked).getInt(length) != checksum(name, checked, length)) {
          throw new IllegalStateException("a packed entity differs from its checksum");
        }
        var packed = new byte[length];
        System.arraycopy(checked, 0, packed, 0, length);
        restoring.add(StateCodec.ENTITY.decode(name), packed);
      }
    }
  }

  /// The number of an entity, which gets one if it has none.
  long numberOf(EntityId entity) throws SQLException {
    var known = numbers.get(entity);
    if (known != null) {
      return known;
    }
    var name = StateCodec.ENTITY.encode(entity);
    statements.update("INSERT INTO entity(name) VALUES(?) ON CONFLICT DO NOTHING", name);
    return find(entity).orElseThrow(() -> Sqlite.damage("an entity is missing"));
  }

  /// The number of an entity that was written once.
  OptionalLong find(EntityId entity) throws SQLException {
    var known = numbers.get(entity);
    if (known != null) {
      return OptionalLong.of(known);
    }
    var name = StateCodec.ENTITY.encode(entity);
    try (var row = statements.with("SELECT id FROM entity WHERE name=?", name).executeQuery()) {
      if (!row.next()) {
        return OptionalLong.empty();
      }
      numbers.put(entity, row.getLong(1));
      return OptionalLong.of(row.getLong(1));
    }
  }

  /// Numbers of a transaction that was rolled back were never given.
  void forget() {
    numbers.clear();
  }

  private static int checksum(byte[] name, byte[] packed, int length) {
    var crc = new CRC32C();
    crc.update(name);
    crc.update(packed, 0, length);
    return (int) crc.getValue();
  }
}
