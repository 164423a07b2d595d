package dev.flotilla.net.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.RosterCodec;
import dev.flotilla.model.Slot;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.Trace;
import dev.flotilla.model.Workspace.Entry;
import dev.flotilla.net.change.Heads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sorts a state into columns. "Ref" is a number + 1, or 0 and the thing itself.
///
/// | column | for each entity, in order |
/// |---|---|
/// | entities | kind ref; bytes of the key shared with the one before, and others, varints |
/// | shapes | shape ref: presence u8, count, name refs; count of sets, for each: name ref, count of elements |
/// | elements | for each element: ref: bytes shared with the new one before, and others |
/// | siblings | for each slot: count - 1 |
/// | dots | for each sibling: replica ref; counter, as the distance from the one after the last of the replica (zigzag) |
/// | times | for each sibling: wall time, as the distance from the one before (zigzag); tick |
/// | values | for each sibling, in the column of the slot's name: [ValueColumn] |
///
/// The frame has heads, vector, roster, traces and the count of entities; keys and words have the
/// bytes of texts. In front of the columns: their count, and the length of each.
final class SnapshotWriter {
  private final Map<Column, CanonicalWriter> columns = new EnumMap<>(Column.class);
  private final List<ValueColumn> values = new ArrayList<>();
  private final WordWriter<String> kinds = new WordWriter<>();
  private final WordWriter<String> names = new WordWriter<>();
  private final WordWriter<String> elements = new WordWriter<>();
  private final WordWriter<Shape> shapes = new WordWriter<>();
  private final WordWriter<ReplicaId> replicas = new WordWriter<>();
  private final Map<ReplicaId, Long> counters = new HashMap<>();
  private final Room room = new Room();
  private byte[] key = {};
  private byte[] element = {};
  private long wall;

  SnapshotWriter() {
    for (var column : Column.values()) {
      columns.put(column, new CanonicalWriter());
    }
    for (var i = 0; i < Column.VALUE_COLUMNS; i++) {
      values.add(new ValueColumn(room));
    }
  }

  /// Whether what was written is more than a snapshot may hold.
  boolean isTooLarge() {
    return room.isUsedUp();
  }

  byte[] write(Snapshot snapshot) {
    var entries = new ArrayList<Entry>();
    snapshot
        .workspace()
        .forEachEntry((slot, dot, stamped) -> entries.add(new Entry(slot, dot, stamped)));
    entries.sort(Comparator.comparing(Entry::slot).thenComparing(Entry::dot));
    var count = 0;
    for (var from = 0; from < entries.size(); count++) {
      var to = from + 1;
      var id = entries.get(from).slot().entity();
      while (to < entries.size() && entries.get(to).slot().entity().equals(id)) {
        to++;
      }
      writeEntity(id, entries.subList(from, to));
      from = to;
    }
    writeFrame(snapshot, count);
    return assemble();
  }

  private void writeFrame(Snapshot snapshot, int entities) {
    var out = to(Column.FRAME);
    writeHeads(out, snapshot.heads());
    Canonical.VERSION_VECTOR.write(out, snapshot.workspace().vector());
    RosterCodec.ROSTER.write(out, snapshot.workspace().roster());
    var traces = new ArrayList<Trace>();
    snapshot.workspace().forEachTrace(traces::add);
    traces.sort(
        Comparator.comparing((Trace trace) -> (Slot) trace.slot()).thenComparing(Trace::dot));
    out.varint(traces.size());
    for (var trace : traces) {
      StateCodec.SLOT.write(out, trace.slot());
      Canonical.DOT.write(out, trace.dot());
      StateCodec.VALUE.write(out, trace.value());
    }
    out.varint(entities);
  }

  private static void writeHeads(CanonicalWriter out, Heads heads) {
    out.varint(heads.size());
    heads
        .asMap()
        .forEach((author, head) ->
            out.replicaId(author).varint(head.counter()).varint(head.seq()).raw(head.hash()));
  }

  private void writeEntity(EntityId id, List<Entry> entries) {
    kinds.write(id.kind(), to(Column.ENTITIES), () -> to(Column.WORDS).utf8(id.kind()));
    key = writeShared(key, id.key(), Column.ENTITIES, Column.KEYS);
    var present = false;
    var fields = new ArrayList<String>();
    var sets = new ArrayList<String>();
    Slot previous = null;
    for (var entry : entries) {
      if (entry.slot().equals(previous)) {
        continue;
      }
      previous = entry.slot();
      switch (entry.slot()) {
        case Slot.Presence _ -> present = true;
        case Slot.Field(_, var name) -> fields.add(name);
        case Slot.Element(_, var set, _) -> sets.add(set);
      }
    }
    writeShape(new Shape(present, List.copyOf(fields)), sets);
    writeSlots(entries);
  }

  private void writeShape(Shape shape, List<String> sets) {
    var out = to(Column.SHAPES);
    shapes.write(
        shape,
        out,
        () -> {
          out.u8(shape.present() ? 1 : 0).varint(shape.fields().size());
          shape.fields().forEach(this::writeName);
        });
    out.varint(sets.stream().distinct().count());
    for (var from = 0; from < sets.size(); ) {
      var set = sets.get(from);
      var to = sets.lastIndexOf(set) + 1;
      writeName(set);
      out.varint(to - from);
      from = to;
    }
  }

  private int writeName(String name) {
    return names.write(name, to(Column.SHAPES), () -> to(Column.WORDS).utf8(name));
  }

  private void writeSlots(List<Entry> entries) {
    for (var from = 0; from < entries.size(); ) {
      var slot = entries.get(from).slot();
      var to = from + 1;
      while (to < entries.size() && entries.get(to).slot().equals(slot)) {
        to++;
      }
      if (slot instanceof Slot.Element(_, _, var text)) {
        elements.write(
            text,
            to(Column.ELEMENTS),
            () -> element = writeShared(element, text, Column.ELEMENTS, Column.WORDS));
      }
      to(Column.SIBLINGS).varint(to - from - 1L);
      for (var entry : entries.subList(from, to)) {
        room.entry();
        writeDot(entry.dot());
        writeTime(entry.stamped().at());
        values.get(valueColumn(slot)).add(entry.stamped().value());
      }
      from = to;
    }
  }

  /// Names were all written by now, so this only looks them up.
  private int valueColumn(Slot slot) {
    var scratch = new CanonicalWriter();
    var number =
        switch (slot) {
          case Slot.Presence _ -> -1;
          case Slot.Field(_, var name) -> names.write(name, scratch, () -> {});
          case Slot.Element(_, var set, _) -> names.write(set, scratch, () -> {});
        };
    return Math.min(number + 1, Column.VALUE_COLUMNS - 1);
  }

  private void writeDot(Dot dot) {
    var out = to(Column.DOTS);
    replicas.write(dot.replica(), out, () -> out.replicaId(dot.replica()));
    out.varint(zigzag(dot.counter() - counters.getOrDefault(dot.replica(), 0L) - 1));
    counters.put(dot.replica(), dot.counter());
  }

  private void writeTime(HybridTimestamp at) {
    to(Column.TIMES).varint(zigzag(at.wallMillis() - wall)).varint(at.counter());
    wall = at.wallMillis();
  }

  private byte[] writeShared(byte[] before, String text, Column lengths, Column bytes) {
    var now = text.getBytes(UTF_8);
    room.text(now.length);
    var mismatch = Arrays.mismatch(before, now);
    var shared = mismatch < 0 ? now.length : mismatch;
    to(lengths).varint(shared).varint(now.length - shared);
    to(bytes).raw(Arrays.copyOfRange(now, shared, now.length));
    return now;
  }

  private byte[] assemble() {
    var all = new ArrayList<byte[]>();
    columns.values().forEach(column -> all.add(column.toBytes()));
    values.forEach(column -> all.add(column.toBytes()));
    var out = new CanonicalWriter().varint(all.size());
    all.forEach(column -> out.varint(column.length));
    all.forEach(out::raw);
    return out.toBytes();
  }

  private CanonicalWriter to(Column column) {
    var out = columns.get(column);
    if (out == null) {
      throw new IllegalStateException("no column " + column);
    }
    return out;
  }

  private static long zigzag(long number) {
    return (number << 1) ^ (number >> (Long.SIZE - 1));
  }
}
