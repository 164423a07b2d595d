package dev.flotilla.net.wire;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.crdt.codec.MalformedBytesException;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityHash;
import dev.flotilla.model.ModelLimits;
import dev.flotilla.model.Octets;
import dev.flotilla.model.StateCodec;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.Presence;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.pack.PackLimits;
import dev.flotilla.net.snapshot.SnapshotLimits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/// Messages as payload bytes, one canonical form each. The codes of the types are never reused.
final class MessageCodec {
  static final int HELLO = 1;
  static final int JOIN = 2;
  static final int JOINED = 3;
  static final int HEADS = 4;
  static final int WANT = 5;
  static final int CHANGES = 6;
  static final int ACK = 7;
  static final int PING = 8;
  static final int PONG = 9;
  static final int CLOSE = 10;
  static final int DIGEST = 11;
  static final int BUCKETS = 12;
  static final int ENTITIES = 13;
  static final int SNAPSHOT_OFFER = 14;
  static final int SNAPSHOT_WANT = 15;
  static final int SNAPSHOT_CHUNK = 16;
  static final int PACKED_CHANGES = 17;
  static final int PEERS = 19;
  static final int PRESENT = 20;

  private static final int SYNC = 0;
  private static final int TO_JOIN = 1;

  private static final int NOTHING = 0;
  private static final int LOOKING = 1;
  private static final int EDITING = 2;

  /// Author, counter and sequence number of at least a byte each, hash.
  private static final int MIN_HEAD_BYTES = ReplicaId.BYTES + 1 + 1 + Head.HASH_BYTES;

  /// A kind of one byte, an empty key, and the hash.
  private static final int MIN_ENTITY_BYTES = 3 + EntityHash.HASH_BYTES;

  /// A device, and one address of one letter.
  private static final int MIN_HINT_BYTES = DeviceId.BYTES + 1 + 2 + Short.BYTES;

  /// The extension of HELLO with the instance of the program, 8 bytes.
  private static final int INSTANCE = 1;

  private MessageCodec() {}

  static int typeOf(Message message) {
    return switch (message) {
      case Message.Hello _ -> HELLO;
      case Message.Join _ -> JOIN;
      case Message.Joined _ -> JOINED;
      case Message.HeadsAre _ -> HEADS;
      case Message.Want _ -> WANT;
      case Message.Changes _ -> CHANGES;
      case Message.Ack _ -> ACK;
      case Message.Ping _ -> PING;
      case Message.Pong _ -> PONG;
      case Message.Close _ -> CLOSE;
      case Message.Digest _ -> DIGEST;
      case Message.Buckets _ -> BUCKETS;
      case Message.Entities _ -> ENTITIES;
      case Message.Peers _ -> PEERS;
      case Message.Present _ -> PRESENT;
      case Message.SnapshotOffer _ -> SNAPSHOT_OFFER;
      case Message.SnapshotWant _ -> SNAPSHOT_WANT;
      case Message.SnapshotChunk _ -> SNAPSHOT_CHUNK;
      case Message.PackedChanges _ -> PACKED_CHANGES;
    };
  }

  static byte[] encode(Message message) {
    var out = new CanonicalWriter();
    switch (message) {
      case Message.Hello hello -> writeHello(out, hello);
      case Message.Join join -> out.raw(join.proof().bytes());
      case Message.Joined joined -> {
        out.utf8(joined.workspaceName());
        writeHeads(out, joined.heads());
      }
      case Message.HeadsAre all -> writeHeads(out, all.heads());
      case Message.Want want -> out.u32(want.windowBytes());
      case Message.Changes changes -> {
        out.varint(changes.raw().size());
        changes.raw().forEach(out::bytes);
      }
      case Message.Ack ack -> {
        out.u32(ack.takenBytes());
        writeHeads(out, ack.advanced());
      }
      case Message.Ping ping -> out.u32(ping.token());
      case Message.Pong pong -> out.u32(pong.token());
      case Message.Close close -> {
        out.u8(close.reason().code());
        out.utf8(close.sentence());
      }
      case Message.Digest digest -> {
        writeMark(out, digest.about());
        out.raw(digest.root().bytes());
      }
      case Message.Buckets buckets -> {
        writeMark(out, buckets.about());
        out.raw(buckets.sums().bytes());
      }
      case Message.Entities entities -> writeEntities(out, entities);
      case Message.Peers peers -> writePeers(out, peers);
      case Message.Present(var presence) -> writePresence(out, presence);
      case Message.SnapshotOffer offer -> {
        out.raw(offer.id().bytes()).u32(offer.size());
        writeHeads(out, offer.heads());
        out.raw(offer.chunks().bytes());
      }
      case Message.SnapshotWant want -> out.raw(want.id().bytes()).u16(want.from());
      case Message.SnapshotChunk chunk ->
          out.raw(chunk.id().bytes()).u16(chunk.number()).raw(chunk.bytes().bytes());
      case Message.PackedChanges changes ->
          out.varint(changes.rawBytes()).raw(changes.packed().bytes());
    }
    return out.toBytes();
  }

  static Message decode(int type, byte[] payload) throws ProtocolException {
    var in = new CanonicalReader(payload);
    try {
      var message = read(type, in);
      in.end();
      return message;
    } catch (MalformedBytesException | IllegalArgumentException e) {
      throw new ProtocolException("message of type " + type + ": " + e.getMessage());
    }
  }

  private static Message read(int type, CanonicalReader in) throws ProtocolException {
    return switch (type) {
      case HELLO -> readHello(in);
      case JOIN -> new Message.Join(Octets.of(in.raw(Message.Join.PROOF_BYTES)));
      case JOINED -> new Message.Joined(in.utf8(WireLimits.MAX_NAME_BYTES), readHeads(in));
      case HEADS -> new Message.HeadsAre(readHeads(in));
      case WANT -> new Message.Want(in.u32());
      case CHANGES -> readChanges(in);
      case ACK -> {
        var takenBytes = in.u32();
        yield new Message.Ack(readHeads(in), takenBytes);
      }
      case PING -> new Message.Ping(in.u32());
      case PONG -> new Message.Pong(in.u32());
      case CLOSE ->
          new Message.Close(CloseReason.of(in.u8()), in.utf8(WireLimits.MAX_SENTENCE_BYTES));
      case DIGEST -> new Message.Digest(readMark(in), Octets.of(in.raw(Message.Digest.HASH_BYTES)));
      case BUCKETS -> new Message.Buckets(readMark(in), Octets.of(in.raw(WireLimits.SUMS_BYTES)));
      case ENTITIES -> readEntities(in);
      case PEERS -> readPeers(in);
      case PRESENT -> new Message.Present(readPresence(in));
      case SNAPSHOT_OFFER -> readSnapshotOffer(in);
      case SNAPSHOT_WANT -> new Message.SnapshotWant(readHash(in), in.u16());
      case SNAPSHOT_CHUNK ->
          new Message.SnapshotChunk(readHash(in), in.u16(), Octets.of(in.raw(in.remaining())));
      case PACKED_CHANGES -> readPackedChanges(in);
      default -> throw new ProtocolException("unknown message type " + type);
    };
  }

  private static void writeHello(CanonicalWriter out, Message.Hello hello) {
    out.u16(hello.minProtocol());
    out.u16(hello.maxProtocol());
    out.u8(codeOf(hello.intent()));
    out.raw(hello.workspace().bytes());
    out.u48(hello.wallMillis());
    out.u16(hello.port());
    out.utf8(hello.deviceName());
    out.bytes(extensions(hello));
  }

  private static int codeOf(Message.Intent intent) {
    return switch (intent) {
      case SYNC -> SYNC;
      case JOIN -> TO_JOIN;
    };
  }

  private static Message.Hello readHello(CanonicalReader in) throws ProtocolException {
    var minProtocol = in.u16();
    var maxProtocol = in.u16();
    var intent =
        switch (in.u8()) {
          case SYNC -> Message.Intent.SYNC;
          case TO_JOIN -> Message.Intent.JOIN;
          default -> throw new ProtocolException("HELLO with an unknown intent");
        };
    var workspace = WorkspaceId.of(in.raw(WorkspaceId.BYTES));
    var wallMillis = in.u48();
    var port = in.u16();
    var deviceName = in.utf8(WireLimits.MAX_NAME_BYTES);
    var instance = instanceIn(in.bytes(WireLimits.MAX_EXTENSION_BYTES));
    return new Message.Hello(
        minProtocol, maxProtocol, intent, workspace, wallMillis, port, deviceName, instance);
  }

  /// Each is a tag, and bytes with their length before them; a program skips those that it does not
  /// know, and does without those that are not there.
  private static byte[] extensions(Message.Hello hello) {
    var out = new CanonicalWriter();
    if (hello.instance() != 0) {
      out.u8(INSTANCE);
      out.bytes(ByteBuffer.allocate(Long.BYTES).putLong(hello.instance()).array());
    }
    return out.toBytes();
  }

  /// Extensions of another form are as good as none: HELLO is what all versions understand.
  private static long instanceIn(byte[] extensions) {
    var in = new CanonicalReader(extensions);
    try {
      while (in.remaining() > 0) {
        var tag = in.u8();
        var value = in.bytes(WireLimits.MAX_EXTENSION_BYTES);
        if (tag == INSTANCE && value.length == Long.BYTES) {
          return ByteBuffer.wrap(value).getLong();
        }
      }
    } catch (MalformedBytesException _) {
      return 0;
    }
    return 0;
  }

  private static void writePeers(CanonicalWriter out, Message.Peers peers) {
    out.varint(peers.hints().size());
    for (var hint : peers.hints()) {
      out.raw(hint.device().bytes());
      out.varint(hint.addresses().size());
      for (var address : hint.addresses()) {
        out.utf8(address.host());
        out.u16(address.port());
      }
    }
  }

  private static Message.Peers readPeers(CanonicalReader in) {
    var hints = new ArrayList<PeerHint>();
    for (var left = in.count(MIN_HINT_BYTES); left > 0; left--) {
      var device = DeviceId.of(in.raw(DeviceId.BYTES));
      var addresses = new ArrayList<PeerAddress>();
      for (var more = in.count(2 + Short.BYTES); more > 0; more--) {
        addresses.add(new PeerAddress(in.utf8(WireLimits.MAX_HOST_BYTES), in.u16()));
      }
      hints.add(new PeerHint(device, addresses));
    }
    return new Message.Peers(hints);
  }

  private static void writePresence(CanonicalWriter out, Presence presence) {
    out.u8(
        switch (presence.doing()) {
          case NOTHING -> NOTHING;
          case LOOKING -> LOOKING;
          case EDITING -> EDITING;
        });
    presence
        .entity()
        .ifPresent(entity -> {
          StateCodec.ENTITY.write(out, entity);
          out.utf8(presence.field());
        });
  }

  private static Presence readPresence(CanonicalReader in) throws ProtocolException {
    var doing =
        switch (in.u8()) {
          case NOTHING -> Presence.Doing.NOTHING;
          case LOOKING -> Presence.Doing.LOOKING;
          case EDITING -> Presence.Doing.EDITING;
          default -> throw new ProtocolException("PRESENT with an unknown word");
        };
    if (doing == Presence.Doing.NOTHING) {
      return Presence.NOTHING;
    }
    var entity = StateCodec.ENTITY.read(in);
    return new Presence(doing, Optional.of(entity), in.utf8(ModelLimits.FIELD_NAME_BYTES_MAX));
  }

  private static Message.Changes readChanges(CanonicalReader in) {
    var count = in.count(1 + WireLimits.MIN_CHANGE_BYTES);
    var raw = new ArrayList<byte[]>(count);
    for (var i = 0; i < count; i++) {
      raw.add(in.bytes(WireLimits.MAX_CHANGE_BYTES));
    }
    return new Message.Changes(raw);
  }

  private static void writeMark(CanonicalWriter out, StateMark mark) {
    out.raw(mark.heads().bytes());
    out.varint(mark.level());
  }

  private static StateMark readMark(CanonicalReader in) {
    return new StateMark(Octets.of(in.raw(Heads.FINGERPRINT_BYTES)), in.varint());
  }

  private static void writeEntities(CanonicalWriter out, Message.Entities message) {
    writeMark(out, message.about());
    out.varint(message.buckets().size());
    message.buckets().forEach(out::u16);
    out.varint(message.entities().size());
    for (var item : message.entities()) {
      StateCodec.ENTITY.write(out, item.entity());
      out.raw(item.hash().bytes());
    }
  }

  private static Message.Entities readEntities(CanonicalReader in) {
    var about = readMark(in);
    var buckets = new ArrayList<Integer>();
    for (var left = in.count(Short.BYTES); left > 0; left--) {
      buckets.add(in.u16());
    }
    var entities = new ArrayList<EntityHash>();
    for (var left = in.count(MIN_ENTITY_BYTES); left > 0; left--) {
      var entity = StateCodec.ENTITY.read(in);
      entities.add(new EntityHash(entity, Octets.of(in.raw(EntityHash.HASH_BYTES))));
    }
    return new Message.Entities(about, buckets, entities);
  }

  private static Message.SnapshotOffer readSnapshotOffer(CanonicalReader in)
      throws ProtocolException {
    var id = readHash(in);
    var size = in.u32();
    if (size > SnapshotLimits.BYTES) {
      throw new ProtocolException("a snapshot of " + size + " bytes");
    }
    var heads = readHeads(in);
    return new Message.SnapshotOffer(id, (int) size, heads, Octets.of(in.raw(in.remaining())));
  }

  private static Octets readHash(CanonicalReader in) {
    return Octets.of(in.raw(Message.SnapshotOffer.HASH_BYTES));
  }

  private static Message.PackedChanges readPackedChanges(CanonicalReader in)
      throws ProtocolException {
    var rawBytes = in.varint();
    if (rawBytes > PackLimits.RAW_BYTES) {
      throw new ProtocolException("packed changes of " + rawBytes + " bytes");
    }
    return new Message.PackedChanges((int) rawBytes, Octets.of(in.raw(in.remaining())));
  }

  private static void writeHeads(CanonicalWriter out, Heads heads) {
    out.varint(heads.size());
    heads
        .asMap()
        .forEach((author, head) -> {
          out.replicaId(author);
          out.varint(head.counter());
          out.varint(head.seq());
          out.raw(head.hash());
        });
  }

  private static Heads readHeads(CanonicalReader in) throws ProtocolException {
    var count = in.count(MIN_HEAD_BYTES);
    if (count > WireLimits.MAX_AUTHORS) {
      throw new ProtocolException("heads of " + count + " authors");
    }
    var heads = new TreeMap<ReplicaId, Head>();
    for (var i = 0; i < count; i++) {
      var author = in.replicaId();
      if (!heads.isEmpty() && author.compareTo(heads.lastKey()) <= 0) {
        throw new ProtocolException("heads that are not in order");
      }
      heads.put(author, new Head(in.varint(), in.varint(), in.raw(Head.HASH_BYTES)));
    }
    return Heads.of(heads);
  }
}
