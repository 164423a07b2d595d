package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Operation;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes packed changes whole again: what [ChangePacker] wrote.
///
/// @param <E> how looking up hashes can fail
public final class ChangeUnpacker<E extends Exception> {
  private static final int OPERATION_BYTES_MIN = 1;

  private final ColumnReader from;
  private final LogHashes<E> log;
  private final Replicas replicas = new Replicas();
  private final OperationUnpacker operations;
  private final Run run = new Run();
  private final int rawBytes;
  private long bytes;

  private ChangeUnpacker(ColumnReader from, LogHashes<E> log, int rawBytes) {
    this.from = from;
    this.log = log;
    this.rawBytes = rawBytes;
    this.operations = new OperationUnpacker(from, replicas);
  }

  /// Unpacks changes. Never throws for what the bytes are, and allocates no more than a small
  /// multiple of `rawBytes` and [PackLimits].
  ///
  /// @param rawBytes how long all changes are together, as the sender announced
  /// @param log what this replica has
  public static <E extends Exception> Unpacked unpack(byte[] packed, int rawBytes, LogHashes<E> log)
      throws E {
    if (rawBytes > PackLimits.RAW_BYTES) {
      return new Unpacked.Malformed("changes of " + rawBytes + " bytes");
    }
    try {
      var from = new ColumnReader(packed);
      return new ChangeUnpacker<>(from, log, rawBytes).readAll();
    } catch (MissingHashException e) {
      return new Unpacked.Lacking(e.reason());
    } catch (MalformedBytesException | IllegalArgumentException e) {
      return new Unpacked.Malformed(
          String.valueOf(e.getMessage())); // or a record refused its values
    }
  }

  private Unpacked readAll() throws E {
    var raw = new ArrayList<byte[]>();
    for (var i = 0; i < from.count(); i++) {
      var next = read();
      bytes += next.length;
      requireRoom(0);
      raw.add(next);
    }
    from.end();
    if (bytes != rawBytes) {
      throw ColumnReader.malformed("changes shorter than announced", from.shapes());
    }
    return new Unpacked.Restored(raw);
  }

  private byte[] read() throws E {
    var shape = from.shapes().u8();
    if (shape == ChangePacker.WHOLE) {
      return from.loose().raw(from.size(ChangeLimits.CHANGE_BYTES));
    }
    if ((shape & ChangePacker.WHOLE) != 0) {
      throw ColumnReader.malformed("neither whole nor packed", from.shapes());
    }
    var change = change(shape);
    run.add(change);
    return change.raw();
  }

  private Change change(int shape) throws E {
    var author = has(shape, ChangePacker.OTHER_AUTHOR) ? replicas.read(from) : last().author();
    var continued = !has(shape, ChangePacker.OTHER_PLACE);
    var before = continued ? newest(author) : null;
    var seq = before == null ? from.numbers().varint() : before.seq() + 1;
    var first = before == null ? from.numbers().varint() : before.last() + 1;
    ChangeHash previous;
    if (has(shape, ChangePacker.PREVIOUS)) {
      previous = looseHash();
    } else if (before != null) {
      previous = before.hash();
    } else {
      previous = seq <= 1 ? ChangeHash.NONE : known(author, seq - 1);
    }
    var dependencies = dependencies(shape);
    var message = has(shape, ChangePacker.MESSAGE) ? from.size(ChangeLimits.MESSAGE_BYTES) : 0;
    var text = new String(from.texts().raw(message), StandardCharsets.UTF_8);
    var count = has(shape, ChangePacker.MANY) ? from.size(ChangeLimits.OPERATIONS) : 1;
    var at = timestamp();
    var draft =
        new Draft(author, seq, first, previous, dependencies, at, text, operations(author, count));
    return ChangeCodec.restore(draft, from.loose().raw(ChangeLimits.SIGNATURE_BYTES));
  }

  private Dependencies dependencies(int shape) throws E {
    if (!has(shape, ChangePacker.DEPENDENCIES)) {
      return has(shape, ChangePacker.DEPENDENCY_HASH)
          ? new Dependencies(new TreeMap<>(), looseHash())
          : Dependencies.NONE;
    }
    var counters = new TreeMap<ReplicaId, Long>();
    for (var left = from.size(ChangeLimits.AUTHORS); left > 0; left--) {
      counters.put(replicas.read(from), from.numbers().varint());
    }
    if (has(shape, ChangePacker.DEPENDENCY_HASH)) {
      return new Dependencies(counters, looseHash());
    }
    Map<ReplicaId, ChangeHash> hashes = new HashMap<>();
    for (var entry : counters.entrySet()) {
      hashes.put(entry.getKey(), knownEndingAt(entry.getKey(), entry.getValue()));
    }
    return Dependencies.of(counters, (replica, _) -> hashes.getOrDefault(replica, ChangeHash.NONE));
  }

  private List<Operation> operations(ReplicaId author, int count) {
    var start = operations.bytes();
    var read = new ArrayList<Operation>(Math.min(count, from.shapes().remaining()));
    for (var i = 0; i < count; i++) {
      read.add(operations.read(author));
      requireRoom(operations.bytes() - start + OPERATION_BYTES_MIN);
    }
    return read;
  }

  /// A few packed bytes can stand for many: stops before they are made.
  private void requireRoom(long more) {
    if (bytes + more > rawBytes) {
      throw ColumnReader.malformed("changes longer than announced", from.shapes());
    }
  }

  private HybridTimestamp timestamp() {
    var before = run.last().map(change -> change.at().wallMillis()).orElse(0L);
    var wall = from.counterFrom(before);
    var tick = from.numbers().varint();
    if (tick > HybridTimestamp.COUNTER_MAX) {
      throw ColumnReader.malformed("no tick: " + tick, from.numbers());
    }
    return new HybridTimestamp(wall, (int) tick);
  }

  private ChangeHash looseHash() {
    return ChangeHash.of(from.loose().raw(ChangeHash.BYTES));
  }

  private ChangeHash known(ReplicaId author, long seq) throws E {
    return log.hashOf(author, seq)
        .orElseThrow(
            () -> new MissingHashException("change %d of %s".formatted(seq, author.shortName())));
  }

  private ChangeHash knownEndingAt(ReplicaId author, long counter) throws E {
    var inRun = run.hashEndingAt(author, counter);
    return (inRun.isPresent() ? inRun : log.hashEndingAt(author, counter))
        .orElseThrow(() ->
            new MissingHashException("operation %d of %s".formatted(counter, author.shortName())));
  }

  private Change last() {
    return run.last()
        .orElseThrow(() -> ColumnReader.malformed("no author before it", from.shapes()));
  }

  private Change newest(ReplicaId author) {
    return run.newest(author)
        .orElseThrow(() -> ColumnReader.malformed("no change before it", from.shapes()));
  }

  private static boolean has(int shape, int bit) {
    return (shape & bit) != 0;
  }
}
