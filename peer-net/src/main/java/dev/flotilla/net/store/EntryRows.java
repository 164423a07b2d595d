package dev.flotilla.net.store;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.Slot;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Workspace;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// The state of large entities: one row for each living write, under its dot. An edit touches the
/// rows that it writes and supersedes, whatever the size of the entity.
final class EntryRows {
  /// Behind each value, over all of its row: SQLite does not notice a bit that flips in a blob.
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private final Statements statements;
  private final ReplicaNumbers numbers;

  EntryRows(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  void supersede(Slot slot, List<Dot> dots) throws SQLException {
    if (dots.isEmpty()) {
      return;
    }
    var bytes = StateCodec.SLOT.encode(slot);
    for (var dot : dots) {
      statements.update(
          "DELETE FROM entry WHERE author=? AND counter=? AND slot=?",
          numbers.numberOf(dot.replica()),
          dot.counter(),
          bytes);
    }
  }

  void insert(Workspace.Entry entry) throws SQLException {
    var at = entry.stamped().at();
    var slot = StateCodec.SLOT.encode(entry.slot());
    var value = StateCodec.VALUE.encode(entry.stamped().value());
    var checked = ByteBuffer.allocate(value.length + CHECKSUM_BYTES).put(value);
    checked.putInt(checksum(entry.dot(), slot, at, ByteBuffer.wrap(value)));
    statements.update(
        "INSERT INTO entry(author, counter, slot, wall, tick, value) VALUES(?,?,?,?,?,?)",
        numbers.numberOf(entry.dot().replica()),
        entry.dot().counter(),
        slot,
        at.wallMillis(),
        at.counter(),
        checked.array());
  }

  void clear() throws SQLException {
    statements.update("DELETE FROM entry");
  }

  /// @throws IllegalStateException if something was not written so
  void forEach(Consumer<Workspace.Entry> visitor) throws SQLException {
    try (var rows =
        statements
            .with("SELECT author, counter, slot, wall, tick, value FROM entry")
            .executeQuery()) {
      while (rows.next()) {
        visitor.accept(entry(rows));
      }
    }
  }

  private Workspace.Entry entry(ResultSet row) throws SQLException {
    var author = numbers.known(row.getLong(1));
    var dot = new Dot(author.orElseThrow(), row.getLong(2));
    var slot = row.getBytes(3);
    var at = new HybridTimestamp(row.getLong(4), row.getInt(5));
    var checked = ByteBuffer.wrap(row.getBytes(6));
    var value = checked.slice(0, checked.capacity() - CHECKSUM_BYTES);
    if (checked.getInt(value.capacity()) != checksum(dot, slot, at, value.duplicate())) {
      throw new IllegalStateException("the entry at " + dot + " differs from its checksum");
    }
    var bytes = new byte[value.capacity()];
    value.get(bytes);
    return new Workspace.Entry(
        StateCodec.SLOT.decode(slot), dot, new Stamped<>(at, StateCodec.VALUE.decode(bytes)));
  }

  private static int checksum(Dot dot, byte[] slot, HybridTimestamp at, ByteBuffer value) {
    var numbers = ByteBuffer.allocate(4 * Long.BYTES + Integer.BYTES);
    numbers.putLong(dot.replica().high()).putLong(dot.replica().low()).putLong(dot.counter());
    numbers.putLong(at.wallMillis()).putInt(at.counter()).flip();
    var crc = new CRC32C();
    crc.update(numbers);
    crc.update(slot);
    crc.update(value);
    return (int) crc.getValue();
  }
}
