package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The atomic unit of history: operations of one author, chained to its previous change by hash and
/// signed. Immutable; made only by [ChangeCodec], so that content and bytes agree.
public final class Change {
  private final Draft content;
  private final byte[] raw;
  private final ChangeHash hash;

  Change(Draft content, byte[] raw) {
    this.content = content;
    this.raw = raw;
    this.hash = ChangeHash.ofBytes(raw);
  }

  /// The format of its bytes. What a greater one than this program knows does is unknown here.
  public int format() {
    return Byte.toUnsignedInt(raw[0]);
  }

  public ReplicaId author() {
    return content.author();
  }

  /// Its place in its author's chain, from 1.
  public long seq() {
    return content.seq();
  }

  /// The counter of its first operation.
  public long first() {
    return content.first();
  }

  /// The counter of its last operation.
  public long last() {
    return content.first() + content.operations().size() - 1;
  }

  /// The hash of the author's change before it; [ChangeHash#NONE] for the first.
  public ChangeHash previous() {
    return content.previous();
  }

  public Dependencies dependencies() {
    return content.dependencies();
  }

  public HybridTimestamp at() {
    return content.at();
  }

  public String message() {
    return content.message();
  }

  /// At least one; the dots are [#first], [#first] + 1, …
  public List<Operation> operations() {
    return content.operations();
  }

  /// The entities that it is about, in the order in which they first appear.
  public Set<EntityId> written() {
    var written = new LinkedHashSet<EntityId>();
    for (var operation : operations()) {
      switch (operation) {
        case Operation.Write write -> written.add(write.slot().entity());
        case Operation.FoundWorkspace _ -> written.add(EntityId.workspace());
        case Operation.Unknown unknown -> unknown.target().ifPresent(written::add);
        case Operation.OpenReplica _, Operation.AdmitMember _ -> {}
      }
    }
    return written;
  }

  /// A copy of the bytes as they were received, signature included.
  public byte[] raw() {
    return raw.clone();
  }

  /// Length of [#raw].
  public int size() {
    return raw.length;
  }

  /// SHA-256 of [#raw].
  public ChangeHash hash() {
    return hash;
  }

  public ChangeRef ref() {
    return new ChangeRef(author(), seq());
  }

  public Head head() {
    return new Head(last(), seq(), hash.prefix());
  }

  byte[] bytes() {
    return raw;
  }

  Draft content() {
    return content;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Change that && hash.equals(that.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return author().shortName() + "/" + seq() + " " + operations().size() + " operations";
  }
}
