package dev.flotilla.net.change.pack;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Operation;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Heads;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Packs changes for one peer. `docs/format.md` has the form. Cost: what reading the changes costs,
/// and a pass of DEFLATE over what is left of them.
///
/// Each change begins with a byte in the shapes:
///
/// | bit | what follows if it is set |
/// |---|---|
/// | 0 | nothing was packed: length, the bytes loose; no other bit is set |
/// | 1 | its author is not that of the change before: replica |
/// | 2 | it does not follow a change of this pack: seq, first |
/// | 3 | hash of the change before it, loose |
/// | 4 | count of dependencies, then replica and counter of each |
/// | 5 | hash of the dependencies, loose |
/// | 6 | message: length; the bytes in the texts |
/// | 7 | more than one operation: their number |
///
/// Then in the numbers the wall time as the distance from that of the change before, and the tick;
/// the operations; the signature, loose.
public final class ChangePacker {
  static final int WHOLE = 1;
  static final int OTHER_AUTHOR = 1 << 1;
  static final int OTHER_PLACE = 1 << 2;
  static final int PREVIOUS = 1 << 3;
  static final int DEPENDENCIES = 1 << 4;
  static final int DEPENDENCY_HASH = 1 << 5;
  static final int MESSAGE = 1 << 6;
  static final int MANY = 1 << 7;

  private final Heads theirs;
  private final Columns to = new Columns();
  private final Replicas replicas = new Replicas();
  private final OperationPacker operations = new OperationPacker(to, replicas);
  private final Run run = new Run();

  private ChangePacker(Heads theirs) {
    this.theirs = theirs;
  }

  /// Packs changes.
  ///
  /// @param raw in causal order
  /// @param theirs what the peer has on its disk: hashes that it can look up there are left out
  public static byte[] pack(List<byte[]> raw, Heads theirs) {
    var packer = new ChangePacker(theirs);
    raw.forEach(packer::write);
    return packer.to.toBytes(raw.size());
  }

  private void write(byte[] raw) {
    if (ChangeCodec.decode(raw) instanceof Decoded.Valid(var change) && isRegular(change)) {
      write(change, raw);
      run.add(change);
      return;
    }
    to.shapes().u8(WHOLE).varint(raw.length);
    to.loose().raw(raw);
  }

  /// Whether everything in it is known here, and all differences of counters have room.
  private static boolean isRegular(Change change) {
    return ChangeCodec.isRestorable(change)
        && change.operations().stream()
            .allMatch(operation ->
                !(operation instanceof Operation.Write write)
                    || write.supersedes().stream()
                        .allMatch(dot -> dot.counter() <= PackLimits.GREATEST_COUNTER));
  }

  private void write(Change change, byte[] raw) {
    var before = run.last();
    var continued = run.isContinuedBy(change);
    var others = change.dependencies().counters();
    var count = change.operations().size();
    var otherAuthor = before.isEmpty() || !before.get().author().equals(change.author());
    var previous = !continued && change.seq() > 1 && !theyHaveTheOneBefore(change);
    var binding = !change.dependencies().equals(Dependencies.NONE) && !theyCanBind(change);

    to.shapes()
        .u8(
            bit(OTHER_AUTHOR, otherAuthor)
                | bit(OTHER_PLACE, !continued)
                | bit(PREVIOUS, previous)
                | bit(DEPENDENCIES, !others.isEmpty())
                | bit(DEPENDENCY_HASH, binding)
                | bit(MESSAGE, !change.message().isEmpty())
                | bit(MANY, count > 1));
    if (otherAuthor) {
      replicas.write(change.author(), to);
    }
    if (!continued) {
      to.numbers().varint(change.seq()).varint(change.first());
    }
    if (previous) {
      to.loose().raw(change.previous().bytes());
    }
    if (!others.isEmpty()) {
      to.shapes().varint(others.size());
      others.forEach((replica, counter) -> {
        replicas.write(replica, to);
        to.numbers().varint(counter);
      });
    }
    if (binding) {
      to.loose().raw(change.dependencies().hash().bytes());
    }
    if (!change.message().isEmpty()) {
      var message = change.message().getBytes(StandardCharsets.UTF_8);
      to.shapes().varint(message.length);
      to.texts().raw(message);
    }
    if (count > 1) {
      to.shapes().varint(count);
    }
    var wall = before.map(last -> last.at().wallMillis()).orElse(0L);
    to.numbers().varint(Columns.zigzag(change.at().wallMillis() - wall));
    to.numbers().varint(change.at().counter());
    change.operations().forEach(operation -> operations.write(change.author(), operation));
    var body = raw.length - ChangeLimits.SIGNATURE_BYTES;
    to.loose().raw(Arrays.copyOfRange(raw, body, raw.length));
  }

  private boolean theyHaveTheOneBefore(Change change) {
    return theirs
        .get(change.author())
        .filter(head -> head.seq() == change.seq() - 1 && head.names(change.previous()))
        .isPresent();
  }

  /// Whether the peer has everything that the hash of the dependencies is made of. That what it has
  /// told of is the same as here, which forks could make untrue, shows in the signature.
  private boolean theyCanBind(Change change) {
    var dependencies = change.dependencies();
    Map<ReplicaId, ChangeHash> hashes = new HashMap<>();
    for (var entry : dependencies.counters().entrySet()) {
      var here = run.hashEndingAt(entry.getKey(), entry.getValue());
      if (here.isEmpty() && !hasTold(entry.getKey(), entry.getValue())) {
        return false;
      }
      here.ifPresent(hash -> hashes.put(entry.getKey(), hash));
    }
    return hashes.size() < dependencies.counters().size()
        || dependencies.areBoundTo((replica, _) -> hashes.getOrDefault(replica, ChangeHash.NONE));
  }

  private boolean hasTold(ReplicaId author, long counter) {
    return theirs.get(author).filter(head -> head.counter() >= counter).isPresent();
  }

  private static int bit(int bit, boolean isSet) {
    return isSet ? bit : 0;
  }
}
