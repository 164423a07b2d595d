package dev.flotilla.model;

import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.codec.Canonical;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The canonical form and the digest of a whole state.
///
/// The form: version vector, roster, count of slots, then for each slot in order: slot, count of
/// siblings, siblings by dot; a sibling is dot, timestamp, value. Then count of traces, and for
/// each by slot and dot: slot, dot, value.
final class WorkspaceCodec {
  private static final int SLOT_BYTES_MIN = 8;
  private static final int SIBLING_BYTES_MIN = 26;
  private static final int TRACE_BYTES_MIN = 26;

  private WorkspaceCodec() {}

  static void encode(CanonicalWriter to, Workspace workspace) {
    Canonical.VERSION_VECTOR.write(to, workspace.vector());
    RosterCodec.ROSTER.write(to, workspace.roster());
    var ids = workspace.index().ids();
    int slots = 0;
    for (var id : ids) {
      slots += workspace.entity(id).size();
    }
    to.varint(slots);
    for (var id : ids) {
      var entity = workspace.entity(id);
      entity.sortedSlots().forEach(slot -> writeSlot(to, slot, entity.siblings(slot)));
    }
    var traces = new ArrayList<Trace>();
    workspace.forEachTrace(traces::add);
    traces.sort(Trace.BY_SLOT);
    to.varint(traces.size());
    traces.forEach(trace -> writeTrace(to, trace));
  }

  static void writeTrace(CanonicalWriter to, Trace trace) {
    StateCodec.SLOT.write(to, trace.slot());
    Canonical.DOT.write(to, trace.dot());
    StateCodec.VALUE.write(to, trace.value());
  }

  private static List<Trace> readTraces(CanonicalReader from, VersionVector vector) {
    var traces = new ArrayList<Trace>();
    for (int left = from.count(TRACE_BYTES_MIN); left > 0; left--) {
      int start = from.offset();
      var slot = StateCodec.SLOT.read(from);
      var dot = Canonical.DOT.read(from);
      var value = StateCodec.VALUE.read(from);
      if (!(slot instanceof Slot.Field field) || !Trace.fits(new Trace(field, dot, value))) {
        throw new MalformedBytesException("no trace of a write: " + slot, start);
      }
      var trace = new Trace(field, dot, value);
      if (!traces.isEmpty() && Trace.BY_SLOT.compare(trace, traces.getLast()) <= 0) {
        throw new MalformedBytesException("traces out of order", start);
      }
      if (value instanceof Value.Position && !vector.contains(dot)) {
        throw new MalformedBytesException("a trace that is not in the vector", start);
      }
      traces.add(trace);
    }
    return traces;
  }

  static void writeSlot(CanonicalWriter to, Slot slot, DotFun<Stamped<Value>> siblings) {
    StateCodec.SLOT.write(to, slot);
    to.varint(siblings.entries().size());
    for (var sibling : siblings.entries()) {
      Canonical.DOT.write(to, sibling.dot());
      StateCodec.STAMPED.write(to, sibling.value());
    }
  }

  static Workspace decode(CanonicalReader from) {
    var vector = Canonical.VERSION_VECTOR.read(from);
    var roster = RosterCodec.ROSTER.read(from);
    var entries = new ArrayList<Workspace.Entry>();
    int count = from.count(SLOT_BYTES_MIN);
    Slot previous = null;
    for (int i = 0; i < count; i++) {
      int start = from.offset();
      var slot = StateCodec.SLOT.read(from);
      if (previous != null && slot.compareTo(previous) <= 0) {
        throw new MalformedBytesException("slots out of order", start);
      }
      previous = slot;
      for (var sibling : readSiblings(from)) {
        if (!vector.contains(sibling.dot())) {
          throw new MalformedBytesException("a write that is not in the vector", start);
        }
        entries.add(new Workspace.Entry(slot, sibling.dot(), sibling.value()));
      }
    }
    var traces = readTraces(from, vector);
    var workspace = Workspace.restore(vector, roster, entries, traces);
    var kept = new HashSet<Trace>();
    workspace.forEachTrace(kept::add);
    if (!kept.equals(Set.copyOf(traces))) {
      throw new MalformedBytesException("writes and traces that do not fit", from.offset());
    }
    return workspace;
  }

  private static List<Dotted<Stamped<Value>>> readSiblings(CanonicalReader from) {
    int start = from.offset();
    int count = from.count(SIBLING_BYTES_MIN);
    if (count == 0) {
      throw new MalformedBytesException("a slot without siblings", start);
    }
    var siblings = new ArrayList<Dotted<Stamped<Value>>>(count);
    for (int i = 0; i < count; i++) {
      var sibling = new Dotted<>(Canonical.DOT.read(from), StateCodec.STAMPED.read(from));
      if (i > 0 && sibling.dot().compareTo(siblings.getLast().dot()) <= 0) {
        throw new MalformedBytesException("siblings out of order", start);
      }
      siblings.add(sibling);
    }
    return siblings;
  }
}
