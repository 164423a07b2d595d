package dev.flotilla.net.store;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Slot;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Trace;
import dev.flotilla.model.Value;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// What writes leave in the state for good, superseded or not: one row each, deleted only with the
/// entity, or to be built again.
final class TraceRows {
  /// Behind each value, over all of its row.
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private final Statements statements;
  private final ReplicaNumbers numbers;

  TraceRows(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  void insert(Trace trace) throws SQLException {
    var slot = StateCodec.SLOT.encode(trace.slot());
    var value = StateCodec.VALUE.encode(trace.value());
    var checked = ByteBuffer.allocate(value.length + CHECKSUM_BYTES).put(value);
    checked.putInt(checksum(trace.dot(), slot, ByteBuffer.wrap(value)));
    // A trace that two writes leave, against the rules, is one.
    statements.update(
        "INSERT OR REPLACE INTO trace(author, counter, slot, value) VALUES(?,?,?,?)",
        numbers.numberOf(trace.dot().replica()),
        trace.dot().counter(),
        slot,
        checked.array());
  }

  void delete(Trace trace) throws SQLException {
    statements.update(
        "DELETE FROM trace WHERE author=? AND counter=? AND slot=?",
        numbers.numberOf(trace.dot().replica()),
        trace.dot().counter(),
        StateCodec.SLOT.encode(trace.slot()));
  }

  void clear() throws SQLException {
    statements.update("DELETE FROM trace");
  }

  List<Trace> all() throws SQLException {
    var traces = new ArrayList<Trace>();
    try (var rows =
        statements.with("SELECT author, counter, slot, value FROM trace").executeQuery()) {
      while (rows.next()) {
        traces.add(trace(rows));
      }
    }
    return traces;
  }

  private Trace trace(ResultSet row) throws SQLException {
    var author = numbers.known(row.getLong(1));
    var dot = new Dot(author.orElseThrow(), row.getLong(2));
    var slot = row.getBytes(3);
    var checked = ByteBuffer.wrap(row.getBytes(4));
    var value = checked.slice(0, checked.capacity() - CHECKSUM_BYTES);
    if (checked.getInt(value.capacity()) != checksum(dot, slot, value.duplicate())) {
      throw new IllegalStateException("the trace of " + dot + " differs from its checksum");
    }
    var bytes = new byte[value.capacity()];
    value.get(bytes);
    if (StateCodec.SLOT.decode(slot) instanceof Slot.Field field) {
      Value decoded = StateCodec.VALUE.decode(bytes);
      return new Trace(field, dot, decoded);
    }
    throw new IllegalStateException("the trace of " + dot + " belongs to no field");
  }

  private static int checksum(Dot dot, byte[] slot, ByteBuffer value) {
    var numbers = ByteBuffer.allocate(3 * Long.BYTES);
    numbers.putLong(dot.replica().high()).putLong(dot.replica().low()).putLong(dot.counter());
    var crc = new CRC32C();
    crc.update(numbers.flip());
    crc.update(slot);
    crc.update(value);
    return (int) crc.getValue();
  }
}
