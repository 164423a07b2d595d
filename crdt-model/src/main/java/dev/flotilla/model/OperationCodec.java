package dev.flotilla.model;

import static dev.flotilla.model.OperationWriter.ADMIT_MEMBER;
import static dev.flotilla.model.OperationWriter.WRITE;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import java.util.ArrayList;
import java.util.List;

/// The canonical form of the operations of a change, version 1.
///
/// | part | form |
/// |---|---|
/// | replicas | count varint, then 16 bytes each, ascending; the author is not among them |
/// | operations | count varint, then each |
/// | operation | type u8, flags u8 (0), length varint, body |
///
/// Dots are written as (index, counter), both varint: index 0 is the author, 1 the first replica of
/// the table. The bodies:
///
/// | type | body |
/// |---|---|
/// | 1 open replica | device key 32, name utf8 |
/// | 2 found workspace | nonce 16, name utf8 |
/// | 3 admit member | device key 32, name utf8, role u8 |
/// | 4 write | slot kind u8, plus 4 if the entity is that of the write before; entity unless so; name; value; count of dots varint; dots, ascending |
///
/// Operations of other types are kept as they are. So are all of a change of a newer format but
/// those that decide who is a member and whose a replica is (1 to 3 without flags), which mean in
/// every format what they mean here.
public final class OperationCodec {
  private static final int OPERATION_BYTES_MIN = 3;

  private OperationCodec() {}

  /// Appends the operations of a change of `author`.
  public static void encode(CanonicalWriter to, ReplicaId author, List<Operation> operations) {
    new OperationWriter(to, author).writeAll(operations);
  }

  /// The number of bytes that [#encode] writes.
  public static int size(ReplicaId author, List<Operation> operations) {
    var to = new CanonicalWriter();
    encode(to, author, operations);
    return to.size();
  }

  /// Reads the operations of a change of `author`.
  ///
  /// @throws MalformedBytesException if the bytes are not canonical or break a limit
  public static List<Operation> decode(CanonicalReader from, ReplicaId author) {
    int table = from.offset();
    var reader = new OperationReader(author, readReplicas(from, author), WRITE);
    var operations = decode(from, reader);
    reader.requireAllUsed(table);
    return operations;
  }

  /// Reads the operations of a change whose format is newer than this program.
  ///
  /// @throws MalformedBytesException if the bytes are not canonical or break a limit
  public static List<Operation> decodeNewer(CanonicalReader from, ReplicaId author) {
    return decode(from, new OperationReader(author, readReplicas(from, author), ADMIT_MEMBER));
  }

  private static List<Operation> decode(CanonicalReader from, OperationReader reader) {
    int start = from.offset();
    int count = from.count(OPERATION_BYTES_MIN);
    if (count > ModelLimits.OPERATIONS_MAX) {
      throw new MalformedBytesException("too many operations: " + count, start);
    }
    var operations = new ArrayList<Operation>(count);
    for (int i = 0; i < count; i++) {
      operations.add(reader.read(from));
    }
    return List.copyOf(operations);
  }

  private static List<ReplicaId> readReplicas(CanonicalReader from, ReplicaId author) {
    int count = from.count(ReplicaId.BYTES);
    var replicas = new ArrayList<ReplicaId>(count);
    for (int i = 0; i < count; i++) {
      int start = from.offset();
      var replica = from.replicaId();
      if (replica.equals(author)) {
        throw new MalformedBytesException("the author in the table of other replicas", start);
      }
      if (i > 0 && replica.compareTo(replicas.getLast()) <= 0) {
        throw new MalformedBytesException("replicas out of order", start);
      }
      replicas.add(replica);
    }
    return replicas;
  }

  static Dot dot(ReplicaId replica, long counter, int start) {
    if (counter < 1) {
      throw new MalformedBytesException("counter below 1", start);
    }
    return new Dot(replica, counter);
  }
}
