package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.codec.Codec;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// What a change's author saw since its previous change, its own operations left out.
///
/// @param counters for each replica that advanced, the counter of the last operation seen: always
///   the last one of a change
/// @param hash binds the meaning of the counters: two histories with equal counters but other
///   changes have other hashes
public record Dependencies(SortedMap<ReplicaId, Long> counters, ChangeHash hash) {
  /// Nothing new was seen.
  public static final Dependencies NONE = of(new TreeMap<>(), (_, _) -> ChangeHash.NONE);

  public Dependencies {
    counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
  }

  /// Computes the hash that binds `counters`.
  ///
  /// @param hashes gives the hash of the change that ends at a counter
  public static Dependencies of(
      Map<ReplicaId, Long> counters, BiFunction<ReplicaId, Long, ChangeHash> hashes) {
    var sorted = new TreeMap<>(counters);
    return new Dependencies(sorted, bind(sorted, hashes));
  }

  /// Whether the bound hash is the one that these changes give.
  public boolean areBoundTo(BiFunction<ReplicaId, Long, ChangeHash> hashes) {
    return bind(counters, hashes).equals(hash);
  }

  private static ChangeHash bind(
      SortedMap<ReplicaId, Long> counters, BiFunction<ReplicaId, Long, ChangeHash> hashes) {
    var digest = ChangeHash.sha256();
    counters.forEach((replica, counter) -> {
      digest.update(Codec.REPLICA_ID.encode(replica));
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, counter));
      digest.update(hashes.apply(replica, counter).bytes());
    });
    return ChangeHash.of(digest.digest());
  }
}
