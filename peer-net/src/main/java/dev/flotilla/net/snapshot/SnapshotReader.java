package dev.flotilla.net.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.crdt.types.Stamped;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.RosterCodec;
import dev.flotilla.model.Slot;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Trace;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.Workspace.Entry;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what [SnapshotWriter] wrote, and refuses what it never writes. Throws
/// [MalformedBytesException], or [IllegalArgumentException] where a record refuses its values;
/// allocates no more than a multiple of the columns.
final class SnapshotReader {
  private static final int HEAD_BYTES_MIN = ReplicaId.BYTES + 2 + Head.HASH_BYTES;
  private static final int TRACE_BYTES_MIN = 26;

  private final Map<Column, CanonicalReader> columns = new EnumMap<>(Column.class);
  private final List<ValueReader> values = new ArrayList<>();
  private final WordReader<String> kinds = new WordReader<>();
  private final WordReader<String> names = new WordReader<>();
  private final WordReader<String> elements = new WordReader<>();
  private final WordReader<NumberedShape> shapes = new WordReader<>();
  private final WordReader<ReplicaId> replicas = new WordReader<>();
  private final Map<ReplicaId, Long> counters = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Dot> dots = new HashSet<>();
  private final Room room = new Room();
  private VersionVector vector = VersionVector.EMPTY;
  private byte[] key = {};
  private byte[] element = {};
  private long wall;
  private @Nullable Slot last;

  /// @param fields numbers of names
  private record NumberedShape(boolean present, List<Integer> fields) {}

  SnapshotReader(byte[] plain) {
    var in = new CanonicalReader(plain);
    var count = in.count(1);
    var fixed = Column.values();
    if (count != fixed.length + Column.VALUE_COLUMNS) {
      throw new MalformedBytesException("so many columns: " + count, 0);
    }
    var lengths = new long[count];
    for (var i = 0; i < count; i++) {
      lengths[i] = in.varint();
    }
    for (var i = 0; i < count; i++) {
      if (lengths[i] > in.remaining()) {
        throw new MalformedBytesException("a column that is too long", in.offset());
      }
      var column = new CanonicalReader(in.raw((int) lengths[i]));
      if (i < fixed.length) {
        columns.put(fixed[i], column);
      } else {
        values.add(new ValueReader(column, room));
      }
    }
    in.end();
  }

  Snapshot read() {
    var in = from(Column.FRAME);
    var heads = readHeads(in);
    vector = Canonical.VERSION_VECTOR.read(in);
    var roster = RosterCodec.ROSTER.read(in);
    var traces = readTraces(in);
    for (var left = in.varint(); left > 0; left--) {
      readEntity();
    }
    columns.values().forEach(CanonicalReader::end);
    values.forEach(ValueReader::end);
    var workspace = Workspace.restore(vector, roster, entries, traces);
    Set<Trace> kept = new HashSet<>();
    workspace.forEachTrace(kept::add);
    if (!kept.equals(Set.copyOf(traces))) {
      throw new MalformedBytesException("writes and traces that do not fit", in.offset());
    }
    return new Snapshot(heads, workspace);
  }

  private static Heads readHeads(CanonicalReader in) {
    var count = in.count(HEAD_BYTES_MIN);
    if (count > ChangeLimits.AUTHORS) {
      throw new MalformedBytesException("heads of " + count + " authors", in.offset());
    }
    var heads = new TreeMap<ReplicaId, Head>();
    for (var i = 0; i < count; i++) {
      var author = in.replicaId();
      if (!heads.isEmpty() && author.compareTo(heads.lastKey()) <= 0) {
        throw new MalformedBytesException("heads that are not in order", in.offset());
      }
      heads.put(author, new Head(in.varint(), in.varint(), in.raw(Head.HASH_BYTES)));
    }
    return Heads.of(heads);
  }

  private List<Trace> readTraces(CanonicalReader in) {
    var traces = new ArrayList<Trace>();
    for (var left = in.count(TRACE_BYTES_MIN); left > 0; left--) {
      var slot = StateCodec.SLOT.read(in);
      var dot = Canonical.DOT.read(in);
      var value = StateCodec.VALUE.read(in);
      if (!(slot instanceof Slot.Field field)) {
        throw new MalformedBytesException("no trace of a write: " + slot, in.offset());
      }
      traces.add(new Trace(field, dot, value));
    }
    return traces;
  }

  private void readEntity() {
    var in = from(Column.ENTITIES);
    var kind = kinds.get(kinds.read(in, () -> from(Column.WORDS).utf8(ModelLimits.KEY_BYTES_MAX)));
    key = readShared(key, Column.ENTITIES, Column.KEYS);
    var id = new EntityId(kind, new String(key, UTF_8));
    var out = from(Column.SHAPES);
    var shape = shapes.get(shapes.read(out, this::readShape));
    if (shape.present()) {
      readSlot(new Slot.Presence(id), 0);
    }
    var sets = new ArrayList<int[]>();
    for (var left = count(out); left > 0; left--) {
      var name = readName();
      sets.add(new int[] {name, count(from(Column.ELEMENTS))});
    }
    for (var field : shape.fields()) {
      readSlot(new Slot.Field(id, names.get(field)), field + 1);
    }
    for (var set : sets) {
      for (var left = set[1]; left > 0; left--) {
        readSlot(new Slot.Element(id, names.get(set[0]), readElement()), set[0] + 1);
      }
    }
  }

  private NumberedShape readShape() {
    var in = from(Column.SHAPES);
    var present = in.u8();
    if (present > 1) {
      throw new MalformedBytesException("neither present nor not", in.offset());
    }
    var fields = new ArrayList<Integer>();
    for (var left = in.count(1); left > 0; left--) {
      fields.add(readName());
    }
    return new NumberedShape(present == 1, fields);
  }

  private int readName() {
    return names.read(
        from(Column.SHAPES), () -> from(Column.WORDS).utf8(ModelLimits.FIELD_NAME_BYTES_MAX));
  }

  private String readElement() {
    return elements.get(
        elements.read(
            from(Column.ELEMENTS),
            () -> {
              element = readShared(element, Column.ELEMENTS, Column.WORDS);
              return new String(element, UTF_8);
            }));
  }

  private void readSlot(Slot slot, int valueColumn) {
    var before = last;
    if (before != null && slot.compareTo(before) <= 0) {
      throw new MalformedBytesException("slots out of order: " + slot, entries.size());
    }
    last = slot;
    var column = values.get(Math.min(valueColumn, Column.VALUE_COLUMNS - 1));
    Dot previous = null;
    for (var left = from(Column.SIBLINGS).varint(); left >= 0; left--) {
      var dot = readDot();
      if (!vector.contains(dot) || (previous != null && dot.compareTo(previous) <= 0)) {
        throw new MalformedBytesException("no write: " + dot, entries.size());
      }
      if (!dots.add(dot)) {
        throw new MalformedBytesException("one write in two places: " + dot, entries.size());
      }
      room.entry();
      room.require(entries.size());
      previous = dot;
      entries.add(new Entry(slot, dot, new Stamped<>(readTime(), column.read())));
    }
  }

  private Dot readDot() {
    var in = from(Column.DOTS);
    var replica = replicas.get(replicas.read(in, in::replicaId));
    var counter = counters.getOrDefault(replica, 0L) + 1 + unzigzag(in.varint());
    counters.put(replica, counter);
    return new Dot(replica, counter);
  }

  private HybridTimestamp readTime() {
    var in = from(Column.TIMES);
    wall += unzigzag(in.varint());
    var tick = in.varint();
    if (tick > HybridTimestamp.COUNTER_MAX) {
      throw new MalformedBytesException("no tick: " + tick, in.offset());
    }
    return new HybridTimestamp(wall, (int) tick);
  }

  private byte[] readShared(byte[] before, Column lengths, Column bytes) {
    var shared = from(lengths).varint();
    var own = from(lengths).varint();
    if (shared > before.length || own > ModelLimits.KEY_BYTES_MAX - shared) {
      throw new MalformedBytesException("a key that is too long", from(lengths).offset());
    }
    room.text((int) (shared + own));
    room.require(from(lengths).offset());
    var now = Arrays.copyOf(before, (int) (shared + own));
    System.arraycopy(from(bytes).raw((int) own), 0, now, (int) shared, (int) own);
    return now;
  }

  /// A count in the shapes of things that take a byte each elsewhere.
  private int count(CanonicalReader items) {
    var count = from(Column.SHAPES).varint();
    if (count > items.remaining()) {
      throw new MalformedBytesException("more than there can be: " + count, items.offset());
    }
    return (int) count;
  }

  private CanonicalReader from(Column column) {
    var in = columns.get(column);
    if (in == null) {
      throw new IllegalStateException("no column " + column);
    }
    return in;
  }

  private static long unzigzag(long number) {
    return (number >>> 1) ^ -(number & 1);
  }
}
