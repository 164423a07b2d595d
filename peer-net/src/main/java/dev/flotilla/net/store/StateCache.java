package dev.flotilla.net.store;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.RosterCodec;
import dev.flotilla.model.Slot;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Trace;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.Change;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The state as rows: one for each living write, under its dot. An edit touches the rows that it
/// writes and supersedes, whatever the size of the state. Rebuilt from the log whenever it does not
/// fit it. What superseded writes leave for good is in rows of its own ([TraceRows]).
final class StateCache {
  private static final String INTERPRETATION = Integer.toString(Workspace.INTERPRETATION);

  private static final String INTERPRETATION_KEY = "state.interpretation";
  private static final String VECTOR_KEY = "state.vector";
  private static final String ROSTER_KEY = "state.roster";

  private static final String INSERT =
      "INSERT INTO entry(author, counter, slot, wall, tick, value) VALUES(?,?,?,?,?,?)";

  /// Behind each value, over all of its row: SQLite does not notice a bit that flips in a blob.
  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private final Statements statements;
  private final ReplicaNumbers numbers;
  private final Meta meta;
  private final TraceRows traces;
  private boolean rosterChanged = true;

  StateCache(Statements statements, ReplicaNumbers numbers, Meta meta) {
    this.statements = statements;
    this.numbers = numbers;
    this.meta = meta;
    this.traces = new TraceRows(statements, numbers);
  }

  /// The state that the log adds up to.
  ///
  /// @param log what is in the log
  Workspace load(VersionVector log) throws SQLException {
    if (log.isEmpty()) {
      return Workspace.EMPTY;
    }
    var cached = cached(log);
    return cached.isPresent() ? cached.get() : rebuild();
  }

  /// Follows a change that was appended to the log.
  void apply(Change change) throws SQLException {
    for (var i = 0; i < change.operations().size(); i++) {
      var dot = new Dot(change.author(), change.first() + i);
      switch (change.operations().get(i)) {
        case Operation.Write(var slot, var value, var supersedes) -> {
          var bytes = StateCodec.SLOT.encode(slot);
          for (var superseded : supersedes) {
            statements.update(
                "DELETE FROM entry WHERE author=? AND counter=? AND slot=?",
                numbers.numberOf(superseded.replica()),
                superseded.counter(),
                bytes);
          }
          insert(new Workspace.Entry(slot, dot, new Stamped<>(change.at(), value)));
          var trace = Trace.of(slot, dot, value);
          if (trace.isPresent()) {
            traces.insert(trace.get());
          }
        }
        case Operation.FoundWorkspace(_, var name) -> {
          rosterChanged = true;
          var slot = new Slot.Field(EntityId.workspace(), FieldNames.NAME);
          insert(new Workspace.Entry(slot, dot, new Stamped<>(change.at(), Value.of(name))));
        }
        case Operation.OpenReplica _, Operation.AdmitMember _ -> rosterChanged = true;
        case Operation.Unknown _ -> {}
      }
    }
  }

  private void insert(Workspace.Entry entry) throws SQLException {
    var at = entry.stamped().at();
    var slot = StateCodec.SLOT.encode(entry.slot());
    var value = StateCodec.VALUE.encode(entry.stamped().value());
    var checked = ByteBuffer.allocate(value.length + CHECKSUM_BYTES).put(value);
    checked.putInt(checksum(entry.dot(), slot, at, ByteBuffer.wrap(value)));
    statements.update(
        INSERT,
        numbers.numberOf(entry.dot().replica()),
        entry.dot().counter(),
        slot,
        at.wallMillis(),
        at.counter(),
        checked.array());
  }

  private static byte[] withChecksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return ByteBuffer.allocate(bytes.length + CHECKSUM_BYTES)
        .put(bytes)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] withoutChecksum(byte[] checked) {
    var bytes = Arrays.copyOf(checked, checked.length - CHECKSUM_BYTES);
    if (!Arrays.equals(withChecksum(bytes), checked)) {
      throw new IllegalStateException("the roster differs from its checksum");
    }
    return bytes;
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

  /// Says what the rows stand for; the last thing in a transaction that changed them.
  void seal(Workspace state) throws SQLException {
    meta.put(VECTOR_KEY, Canonical.VERSION_VECTOR.encode(state.vector()));
    if (rosterChanged) {
      meta.put(ROSTER_KEY, withChecksum(RosterCodec.ROSTER.encode(state.roster())));
      meta.put(INTERPRETATION_KEY, INTERPRETATION.getBytes(StandardCharsets.UTF_8));
      rosterChanged = false;
    }
  }

  /// What was sealed in a transaction that was rolled back was never written.
  void forget() {
    rosterChanged = true;
  }

  private Optional<Workspace> cached(VersionVector log) throws SQLException {
    var interpretation =
        meta.get(INTERPRETATION_KEY).map(b -> new String(b, StandardCharsets.UTF_8));
    var vector = meta.get(VECTOR_KEY);
    var roster = meta.get(ROSTER_KEY);
    if (vector.isEmpty()
        || roster.isEmpty()
        || !interpretation.equals(Optional.of(INTERPRETATION))) {
      return Optional.empty();
    }
    try {
      if (!Canonical.VERSION_VECTOR.decode(vector.get()).equals(log)) {
        return Optional.empty();
      }
      var people = RosterCodec.ROSTER.decode(withoutChecksum(roster.get()));
      rosterChanged = false;
      return Optional.of(Workspace.restore(log, people, entries(), traces.all()));
    } catch (RuntimeException e) { // whatever decoding nonsense throws
      rosterChanged = true;
      System.getLogger(StateCache.class.getName())
          .log(Level.WARNING, "The state cache is broken and is built again from the log", e);
      return Optional.empty();
    }
  }

  private List<Workspace.Entry> entries() throws SQLException {
    var entries = new ArrayList<Workspace.Entry>();
    try (var rows =
        statements
            .with("SELECT author, counter, slot, wall, tick, value FROM entry")
            .executeQuery()) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    return entries;
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

  /// Folds the whole log. Cost: about 5 µs for each operation.
  private Workspace rebuild() throws SQLException {
    var folding = new Folding();
    new LogReader(statements).forEach(folding);
    Sqlite.execute(statements.connection(), "BEGIN IMMEDIATE");
    statements.update("DELETE FROM entry");
    for (var entry : folding.entries()) {
      insert(entry);
    }
    traces.replaceAll(folding.traces());
    rosterChanged = true;
    seal(folding.state);
    Sqlite.execute(statements.connection(), "COMMIT");
    return folding.state;
  }

  private static final class Folding implements LogReader.Visitor {
    private Workspace state = Workspace.EMPTY;

    @Override
    public void visit(Change change) {
      state = state.apply(change.author(), change.first(), change.at(), change.operations());
    }

    private List<Trace> traces() {
      var traces = new ArrayList<Trace>();
      state.forEachTrace(traces::add);
      return traces;
    }

    private List<Workspace.Entry> entries() {
      var entries = new ArrayList<Workspace.Entry>();
      state.forEachEntry(
          (slot, dot, stamped) -> entries.add(new Workspace.Entry(slot, dot, stamped)));
      return entries;
    }
  }
}
