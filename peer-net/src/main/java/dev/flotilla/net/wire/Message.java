package dev.flotilla.net.wire;

import dev.flotilla.model.EntityHash;
import dev.flotilla.model.Octets;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.Presence;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.pack.PackLimits;
import dev.flotilla.net.snapshot.SnapshotLimits;
import java.util.Arrays;
import java.util.List;

/// What two devices say to each other. `docs/protocol.md` has the bytes and the order.
public sealed interface Message {
  /// The first version of the protocol that has this message. A connection that speaks an older one
  /// never carries it, in neither direction.
  default int since() {
    return 1;
  }

  /// What a connection is for.
  enum Intent {
    SYNC,
    JOIN
  }

  /// The first message of each side; the dialling side speaks first. Its layout never changes: a
  /// newer program appends to it. Which device speaks is known from the TLS handshake.
  ///
  /// @param minProtocol the oldest protocol the sender speaks
  /// @param maxProtocol the newest one
  /// @param intent synchronise, or become a member
  /// @param workspace which workspace the connection serves
  /// @param wallMillis the sender's clock, milliseconds since 1970; shown, never used to decide
  /// @param port where the sender can be dialled, 0 if nowhere
  /// @param deviceName what its user calls it
  /// @param instance tells two running copies of one device apart: drawn when the program starts, 0
  ///   for an older program; an extension
  record Hello(
      int minProtocol,
      int maxProtocol,
      Intent intent,
      WorkspaceId workspace,
      long wallMillis,
      int port,
      String deviceName,
      long instance)
      implements Message {
    /// As an older program says it.
    public Hello(
        int minProtocol,
        int maxProtocol,
        Intent intent,
        WorkspaceId workspace,
        long wallMillis,
        int port,
        String deviceName) {
      this(minProtocol, maxProtocol, intent, workspace, wallMillis, port, deviceName, 0);
    }

    public Hello {
      if (minProtocol < 1 || maxProtocol < minProtocol || maxProtocol > 0xffff) {
        throw new IllegalArgumentException("protocols " + minProtocol + " to " + maxProtocol);
      }
      if (wallMillis < 0 || wallMillis >= 1L << 48) {
        throw new IllegalArgumentException("a clock at " + wallMillis);
      }
      if (port < 0 || port > 0xffff) {
        throw new IllegalArgumentException("port " + port);
      }
      WireText.require(deviceName, WireLimits.MAX_NAME_BYTES);
    }
  }

  /// The proof that the sender holds an invitation; see [dev.flotilla.net.pairing.JoinProof].
  ///
  /// @param proof 32 bytes
  record Join(Octets proof) implements Message {
    /// Length of a proof in bytes.
    public static final int PROOF_BYTES = 32;

    public Join {
      if (proof.length() != PROOF_BYTES) {
        throw new IllegalArgumentException("a proof of " + proof.length() + " bytes");
      }
    }
  }

  /// The dialling device is a member now.
  ///
  /// @param workspaceName what the workspace is called
  /// @param heads what the inviter has; the joiner is done when it has as much
  record Joined(String workspaceName, Heads heads) implements Message {
    public Joined {
      WireText.require(workspaceName, WireLimits.MAX_NAME_BYTES);
      requireFewAuthors(heads);
    }
  }

  /// Everything that the sender has on its disk.
  ///
  /// @param heads per author
  record HeadsAre(Heads heads) implements Message {
    public HeadsAre {
      requireFewAuthors(heads);
    }
  }

  /// Send what I lack, starting from the heads that I told you last, and go on when you have more.
  ///
  /// @param windowBytes how many bytes of changes may be under way before I confirm some
  record Want(long windowBytes) implements Message {
    public Want {
      if (windowBytes < 1 || windowBytes > 0xffff_ffffL) {
        throw new IllegalArgumentException("a window of " + windowBytes + " bytes");
      }
    }
  }

  /// Changes as they were signed, in causal order.
  ///
  /// @param raw at least one
  record Changes(List<byte[]> raw) implements Message {
    public Changes {
      raw = List.copyOf(raw);
      if (raw.isEmpty()) {
        throw new IllegalArgumentException("no changes");
      }
      for (var change : raw) {
        if (change.length < WireLimits.MIN_CHANGE_BYTES
            || change.length > WireLimits.MAX_CHANGE_BYTES) {
          throw new IllegalArgumentException("a change of " + change.length + " bytes");
        }
      }
    }

    /// The bytes of all changes.
    public int totalBytes() {
      return raw.stream().mapToInt(change -> change.length).sum();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Changes that && Arrays.deepEquals(raw.toArray(), that.raw.toArray());
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(raw.toArray());
    }
  }

  /// My disk has more than I told you before, and I have taken so much of what you sent.
  ///
  /// @param advanced the heads that changed since the last HEADS or ACK of this connection
  /// @param takenBytes bytes of changes that are no longer under way
  record Ack(Heads advanced, long takenBytes) implements Message {
    public Ack {
      requireFewAuthors(advanced);
      if (takenBytes < 0 || takenBytes > 0xffff_ffffL) {
        throw new IllegalArgumentException(takenBytes + " bytes taken");
      }
    }
  }

  /// Are you there?
  ///
  /// @param token comes back in the answer; 32 bits
  record Ping(long token) implements Message {
    public Ping {
      requireToken(token);
    }
  }

  /// I am.
  ///
  /// @param token of the question
  record Pong(long token) implements Message {
    public Pong {
      requireToken(token);
    }
  }

  /// The sender says nothing more and hangs up.
  ///
  /// @param reason for the program
  /// @param sentence for people; may be empty
  record Close(CloseReason reason, String sentence) implements Message {
    public Close {
      WireText.require(sentence, WireLimits.MAX_SENTENCE_BYTES);
    }
  }

  /// What my state comes to, for a peer with the same heads to compare.
  ///
  /// @param about of which state
  /// @param root 32 bytes over all of it
  record Digest(StateMark about, Octets root) implements Message {
    /// Length of the root, and of every sum.
    public static final int HASH_BYTES = 32;

    public Digest {
      if (root.length() != HASH_BYTES) {
        throw new IllegalArgumentException("a root of " + root.length() + " bytes");
      }
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// Our digests differ: these are the parts of mine.
  ///
  /// @param about of which state
  /// @param sums of the parts, 32 bytes each
  record Buckets(StateMark about, Octets sums) implements Message {
    public Buckets {
      if (sums.length() != WireLimits.SUMS_BYTES) {
        throw new IllegalArgumentException("sums of " + sums.length() + " bytes");
      }
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// Our parts differ: this is what mine hold.
  ///
  /// @param about of which state
  /// @param buckets which of them, ascending
  /// @param entities all in these buckets, ascending; as many as fit if they are too many
  record Entities(StateMark about, List<Integer> buckets, List<EntityHash> entities)
      implements Message {
    public Entities {
      buckets = List.copyOf(buckets);
      entities = List.copyOf(entities);
      if (buckets.size() > WireLimits.MAX_COMPARED_BUCKETS
          || entities.size() > WireLimits.MAX_COMPARED_ENTITIES) {
        throw new IllegalArgumentException(
            entities.size() + " entities of " + buckets.size() + " buckets");
      }
      for (var i = 0; i < buckets.size(); i++) {
        var atLeast = i == 0 ? 0 : buckets.get(i - 1) + 1;
        if (buckets.get(i) < atLeast || buckets.get(i) >= WireLimits.BUCKETS) {
          throw new IllegalArgumentException("buckets out of order: " + buckets);
        }
      }
      for (var i = 1; i < entities.size(); i++) {
        if (entities.get(i - 1).entity().compareTo(entities.get(i).entity()) >= 0) {
          throw new IllegalArgumentException("entities out of order");
        }
      }
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// Where other members may be dialled. Hints: who answers there is known only after the TLS
  /// handshake.
  ///
  /// @param hints at least one, in ascending order of the devices
  record Peers(List<PeerHint> hints) implements Message {
    public Peers {
      hints = List.copyOf(hints);
      if (hints.isEmpty() || hints.size() > WireLimits.MAX_HINTS) {
        throw new IllegalArgumentException("hints of " + hints.size() + " members");
      }
      for (var i = 1; i < hints.size(); i++) {
        if (hints.get(i - 1).device().compareTo(hints.get(i).device()) >= 0) {
          throw new IllegalArgumentException("hints that are not in order");
        }
      }
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// What the person at the sender's machine is about. The last one counts; nobody stores it or
  /// passes it on.
  record Present(Presence presence) implements Message {
    @Override
    public int since() {
      return 3;
    }
  }

  /// The same as [Changes], in fewer bytes: see [dev.flotilla.net.change.pack.ChangePacker].
  ///
  /// @param rawBytes of all changes once they are whole again: what counts for the window
  /// @param packed what the changes were packed to
  record PackedChanges(int rawBytes, Octets packed) implements Message {
    public PackedChanges {
      if (rawBytes < WireLimits.MIN_CHANGE_BYTES || rawBytes > PackLimits.RAW_BYTES) {
        throw new IllegalArgumentException("packed changes of " + rawBytes + " bytes");
      }
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// You have next to nothing: here is what my log adds up to, to look at until you have the log.
  ///
  /// @param id SHA-256 of the whole snapshot: 32 bytes
  /// @param size its length in bytes
  /// @param heads what is in it
  /// @param chunks SHA-256 of every chunk, 32 bytes each; all but the last have
  ///   [SnapshotLimits#CHUNK_BYTES]
  record SnapshotOffer(Octets id, int size, Heads heads, Octets chunks) implements Message {
    /// Length of the id, and of a chunk's hash.
    public static final int HASH_BYTES = 32;

    public SnapshotOffer {
      requireFewAuthors(heads);
      if (id.length() != HASH_BYTES || size < 1 || size > SnapshotLimits.BYTES) {
        throw new IllegalArgumentException("a snapshot of " + size + " bytes");
      }
      if (chunks.length() != HASH_BYTES * SnapshotLimits.chunks(size)) {
        throw new IllegalArgumentException("hashes of other chunks");
      }
    }

    /// The number of chunks.
    public int count() {
      return SnapshotLimits.chunks(size);
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// Send me this snapshot; what is before the chunk I have already.
  ///
  /// @param from the number of the first chunk that I lack, from 0
  record SnapshotWant(Octets id, int from) implements Message {
    public SnapshotWant {
      requirePlace(id, from);
    }

    @Override
    public int since() {
      return 2;
    }
  }

  /// A part of a snapshot.
  ///
  /// @param number from 0
  record SnapshotChunk(Octets id, int number, Octets bytes) implements Message {
    public SnapshotChunk {
      requirePlace(id, number);
      if (bytes.length() < 1 || bytes.length() > SnapshotLimits.CHUNK_BYTES) {
        throw new IllegalArgumentException("a chunk of " + bytes.length() + " bytes");
      }
    }

    @Override
    public int since() {
      return 2;
    }
  }

  private static void requirePlace(Octets id, int number) {
    if (id.length() != SnapshotOffer.HASH_BYTES || number < 0 || number >= SnapshotLimits.CHUNKS) {
      throw new IllegalArgumentException("chunk " + number + " of " + id);
    }
  }

  private static void requireFewAuthors(Heads heads) {
    if (heads.size() > WireLimits.MAX_AUTHORS) {
      throw new IllegalArgumentException("heads of " + heads.size() + " authors");
    }
  }

  private static void requireToken(long token) {
    if (token < 0 || token > 0xffff_ffffL) {
      throw new IllegalArgumentException("token " + token);
    }
  }
}
