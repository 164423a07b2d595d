package dev.flotilla.net.store;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Recalling;
import dev.flotilla.model.Restoring;
import dev.flotilla.model.RosterCodec;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Trace;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.Lineages;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/// The state beside the log: a row for each entity ([EntityRows]), or, where that would be too long
/// to be written for each edit, a row for each of its living writes ([EntryRows]). What superseded
/// writes leave for good is packed too, or in rows of its own ([TraceRows]). Rebuilt from the log
/// whenever it does not fit it.
final class StateCache {
  /// What the rows mean, and the form of packed entities, which may change without the schema.
  private static final String INTERPRETATION = Workspace.INTERPRETATION + " packed 3";

  private static final String INTERPRETATION_KEY = "state.interpretation";
  private static final String VECTOR_KEY = "state.vector";
  private static final String ROSTER_KEY = "state.roster";

  /// An edit writes the whole row of an entity; a page of the file is as much.
  private static final int PACKED_BYTES_MAX = 4096;

  private static final int CHECKSUM_BYTES = Integer.BYTES;

  private final Meta meta;
  private final Statements statements;
  private final EntityRows entities;
  private final EntryRows entries;
  private final TraceRows traces;
  private final AwayRows away;
  private final EntityLog log;
  private final FrozenRows frozen;

  /// Kept by their entries. Edits never make it smaller: going back and forth would cost more than
  /// it saves.
  private final Set<EntityId> large = new HashSet<>();

  /// Those that became large in this transaction.
  private final Set<EntityId> grown = new HashSet<>();

  /// Those that were large before this transaction, and need not be.
  private final Set<EntityId> shrunk = new HashSet<>();

  /// Written in this transaction and to be packed at its end.
  private final Set<EntityId> touched = new LinkedHashSet<>();

  /// Everything was written anew in this transaction.
  private boolean replaced;

  private boolean largeIsUnknown;
  private boolean rosterChanged = true;

  StateCache(Statements statements, ReplicaNumbers numbers, Meta meta, EntityRows entities) {
    this.statements = statements;
    this.meta = meta;
    this.entities = entities;
    this.entries = new EntryRows(statements, numbers);
    this.traces = new TraceRows(statements, numbers);
    this.away = new AwayRows(statements);
    this.log = new EntityLog(statements, numbers);
    this.frozen = new FrozenRows(statements, entities, numbers);
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
  ///
  /// @param after its author's chain with it
  /// @param lineages as they are with it
  void apply(Change change, AuthorHead after, Lineages lineages) throws SQLException {
    findLarge();
    rosterChanged |= change.seq() == after.lineage().baseSeq() + 1;
    var operations = lineages.operations(change, after.lineage(), after.past());
    for (var i = 0; i < operations.size(); i++) {
      var dot = new Dot(after.author(), change.first() + i);
      switch (operations.get(i)) {
        case Operation.Write(var slot, var value, var supersedes) -> {
          var stamped = new Stamped<>(change.at(), value);
          write(new Workspace.Entry(slot, dot, stamped), List.copyOf(supersedes));
        }
        case Operation.FoundWorkspace(_, var name) -> {
          rosterChanged = true;
          var slot = new Slot.Field(EntityId.workspace(), FieldNames.NAME);
          var stamped = new Stamped<Value>(change.at(), Value.of(name));
          write(new Workspace.Entry(slot, dot, stamped), List.of());
        }
        case Operation.OpenReplica _, Operation.AdmitMember _ -> rosterChanged = true;
        case Operation.Unknown unknown -> {
          var target = unknown.target();
          if (target.isPresent()) {
            frozen.add(target.get(), after.author());
          }
        }
      }
    }
  }

  private void write(Workspace.Entry entry, List<Dot> supersedes) throws SQLException {
    var slot = entry.slot();
    var isLarge = large.contains(slot.entity());
    if (isLarge) {
      entries.supersede(slot, supersedes);
      entries.insert(entry);
    } else {
      touched.add(slot.entity());
    }
    var trace = Trace.of(slot, entry.dot(), entry.stamped().value());
    if (trace.isPresent() && (isLarge || isMove(trace.get()))) {
      traces.insert(trace.get());
    }
  }

  private static boolean isMove(Trace trace) {
    return trace.value() instanceof Value.Move;
  }

  /// Says what the rows stand for; the last thing in a transaction that changed them.
  void seal(Workspace state) throws SQLException {
    for (var entity : touched) {
      var packed = state.packed(entity, PACKED_BYTES_MAX);
      if (packed.isPresent()) {
        entities.pack(entity, packed.get());
      } else if (large.add(entity)) {
        grown.add(entity);
        takeApart(entity, state);
      }
    }
    touched.clear();
    meta.put(VECTOR_KEY, Canonical.VERSION_VECTOR.encode(state.vector()));
    if (rosterChanged) {
      meta.put(ROSTER_KEY, withChecksum(RosterCodec.ROSTER.encode(state.roster())));
      meta.put(INTERPRETATION_KEY, INTERPRETATION.getBytes(StandardCharsets.UTF_8));
      rosterChanged = false;
    }
  }

  private void takeApart(EntityId entity, Workspace state) throws SQLException {
    entities.unpack(entity);
    for (var entry : entriesOf(entity, state)) {
      entries.insert(entry);
    }
    for (var trace : state.positions(entity)) {
      traces.insert(trace);
    }
  }

  private static List<Workspace.Entry> entriesOf(EntityId entity, Workspace state) {
    var all = new ArrayList<Workspace.Entry>();
    state.forEachEntry(
        entity, (slot, dot, stamped) -> all.add(new Workspace.Entry(slot, dot, stamped)));
    return all;
  }

  /// From now on only the log has these entities.
  ///
  /// @param before what their rows stand for
  void putAway(Collection<EntityId> ids, Workspace before) throws SQLException {
    findLarge();
    for (var id : ids) {
      if (large.contains(id)) {
        for (var entry : entriesOf(id, before)) {
          entries.supersede(entry.slot(), List.of(entry.dot()));
        }
        for (var trace : before.positions(id)) {
          traces.delete(trace);
        }
        large.remove(id);
        shrunk.add(id);
      } else {
        entities.unpack(id);
      }
      touched.remove(id);
      away.add(entities.numberOf(id));
    }
  }

  /// A state with those of the entities that only the log has; they have rows again. Cost: reads
  /// their history, if they are away.
  Workspace recalled(Workspace state, Collection<EntityId> ids, Lineages lineages)
      throws SQLException {
    var whole = state;
    for (var id : ids) {
      if (isAway(id)) {
        var number = entities.numberOf(id);
        var recalling = new Recalling(id);
        log.replay(number, lineages, recalling);
        whole = recalling.into(whole);
        away.remove(number);
        touched.add(id);
      }
    }
    return whole;
  }

  /// Whether only the log has one of the entities.
  boolean isAnyAway(Collection<EntityId> ids) throws SQLException {
    for (var id : ids) {
      if (isAway(id)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAway(EntityId id) throws SQLException {
    if (away.isEmpty()) {
      return false;
    }
    var number = entities.find(id);
    return number.isPresent() && away.contains(number.getAsLong());
  }

  /// A transaction that wrote everything anew and was rolled back leaves it unknown.
  private void findLarge() throws SQLException {
    if (largeIsUnknown) {
      entries.forEach(entry -> large.add(entry.slot().entity()));
      largeIsUnknown = false;
    }
  }

  /// What was sealed is on disk.
  void committed() {
    shrunk.clear();
    grown.clear();
    replaced = false;
  }

  /// What was sealed in a transaction that was rolled back was never written.
  void forget() {
    rosterChanged = true;
    touched.clear();
    large.removeAll(grown);
    large.addAll(shrunk);
    shrunk.clear();
    grown.clear();
    largeIsUnknown |= replaced;
    replaced = false;
    entities.forget();
    away.forget();
  }

  private Optional<Workspace> cached(VersionVector log) throws SQLException {
    var vector = meta.get(VECTOR_KEY);
    var roster = meta.get(ROSTER_KEY);
    if (vector.isEmpty() || roster.isEmpty() || !isOfThisProgram()) {
      return Optional.empty();
    }
    try {
      if (!Canonical.VERSION_VECTOR.decode(vector.get()).equals(log)) {
        return Optional.empty();
      }
      var people = RosterCodec.ROSTER.decode(withoutChecksum(roster.get()));
      var restoring = new Restoring();
      large.clear();
      entities.restore(restoring);
      entries.forEach(entry -> {
        large.add(entry.slot().entity());
        restoring.add(entry);
      });
      traces.all().forEach(restoring::add);
      frozen.restore(restoring);
      rosterChanged = false;
      return Optional.of(restoring.workspace(log, people));
    } catch (RuntimeException e) { // whatever decoding nonsense throws
      rosterChanged = true;
      System.getLogger(StateCache.class.getName())
          .log(Level.WARNING, "The state cache is broken and is built again from the log", e);
      return Optional.empty();
    }
  }

  private boolean isOfThisProgram() throws SQLException {
    return meta.get(INTERPRETATION_KEY)
        .filter(bytes -> INTERPRETATION.equals(new String(bytes, StandardCharsets.UTF_8)))
        .isPresent();
  }

  private Workspace rebuild() throws SQLException {
    Sqlite.execute(statements.connection(), "BEGIN IMMEDIATE");
    if (!isOfThisProgram()) {
      entities.touchAll();
    }
    var state = refold();
    Sqlite.execute(statements.connection(), "COMMIT");
    committed();
    return state;
  }

  /// Folds the whole log, within the caller's transaction. Cost: about 5 µs for each operation.
  Workspace refold() throws SQLException {
    var numbers = new ReplicaNumbers(statements);
    var folding = new Folding(new LineageTable(statements, numbers).all());
    new LogReader(statements).forEach(folding);
    replaceAll(folding.state);
    return folding.state;
  }

  /// Forgets the rows that are there and writes those of a state; within the caller's transaction.
  void replaceAll(Workspace state) throws SQLException {
    entities.unpackAll();
    entries.clear();
    traces.clear();
    away.clear();
    frozen.clear();
    var all = new ArrayList<Map.Entry<EntityId, ReplicaId>>();
    state.forEachFrozen((entity, author) -> all.add(Map.entry(entity, author)));
    for (var one : all) {
      frozen.add(one.getKey(), one.getValue());
    }
    large.clear();
    replaced = true;
    touched.clear();
    state.forEachEntity(touched::add);
    var moves = new ArrayList<Trace>();
    state.forEachTrace(trace -> {
      if (isMove(trace)) {
        moves.add(trace);
      }
    });
    for (var move : moves) {
      traces.insert(move);
    }
    rosterChanged = true;
    seal(state);
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

  private static final class Folding implements LogReader.Visitor {
    private final Lineages lineages;
    private Workspace state = Workspace.EMPTY;

    private Folding(Lineages lineages) {
      this.lineages = lineages;
    }

    @Override
    public void visit(Change change, ReplicaId lineage, VersionVector past) {
      state = lineages.apply(state, change, lineages.get(lineage), past);
    }
  }
}
