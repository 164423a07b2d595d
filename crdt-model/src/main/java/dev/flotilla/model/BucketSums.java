package dev.flotilla.model;

import dev.flotilla.crdt.PersistentMap;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// For each bucket the sum, modulo 2^256, of the hashes of the present entities in it. Immutable;
/// computed when first asked for: from the sums of an older snapshot and what differs from it, if
/// there are any, else from all entities.
///
/// What is absent does not count, so that dropping what is left of it changes nothing.
final class BucketSums {
  static final BucketSums NONE = new BucketSums(PersistentMap.empty(), null, 0);

  private static final int WORDS = 4;

  /// After so many edits the older snapshot costs more memory than it saves work: the hashes are
  /// kept with the entities.
  private static final int FOLLOWERS_MAX = 4096;

  private final PersistentMap<EntityId, Entity> entities;
  private final int followed;
  private volatile @Nullable BucketSums older;
  private volatile long @Nullable [] sums;

  private BucketSums(
      PersistentMap<EntityId, Entity> entities, @Nullable BucketSums older, int followed) {
    this.entities = entities;
    this.older = older;
    this.followed = followed;
  }

  /// The sums of a snapshot that was made from this one.
  BucketSums followedBy(PersistentMap<EntityId, Entity> next) {
    var computed = sums != null ? this : older;
    var distance = sums != null ? 1 : followed + 1;
    return new BucketSums(next, distance > FOLLOWERS_MAX ? null : computed, distance);
  }

  /// 32 bytes for each bucket, in order.
  void writeTo(ByteBuffer room) {
    for (var word : words()) {
      room.putLong(word);
    }
  }

  private long[] words() {
    var known = sums;
    if (known == null) {
      known = compute();
      sums = known;
      older = null;
    }
    return known;
  }

  private long[] compute() {
    var start = older;
    var result = start == null ? new long[StateDigest.BUCKETS * WORDS] : start.words().clone();
    var before = start == null ? NONE.entities : start.entities;
    entities.diff(
        before,
        new PersistentMap.DiffVisitor<>() {
          @Override
          public void added(EntityId id, Entity now) {
            add(result, now);
          }

          @Override
          public void removed(EntityId id, Entity gone) {
            subtract(result, gone);
          }

          @Override
          public void changed(EntityId id, Entity gone, Entity now) {
            subtract(result, gone);
            add(result, now);
          }
        });
    return result;
  }

  private static void add(long[] sums, Entity entity) {
    if (!entity.isPresent()) {
      return;
    }
    var at = StateDigest.bucketOf(entity.id()) * WORDS;
    var hash = ByteBuffer.wrap(entity.hash().bytes());
    var carry = 0L;
    for (var i = WORDS - 1; i >= 0; i--) {
      var word = hash.getLong(i * Long.BYTES);
      var sum = sums[at + i] + word;
      var overflow = Long.compareUnsigned(sum, word) < 0 ? 1L : 0L;
      sum += carry;
      carry = overflow + (carry == 1 && sum == 0 ? 1L : 0L);
      sums[at + i] = sum;
    }
  }

  private static void subtract(long[] sums, Entity entity) {
    if (!entity.isPresent()) {
      return;
    }
    var at = StateDigest.bucketOf(entity.id()) * WORDS;
    var hash = ByteBuffer.wrap(entity.hash().bytes());
    var borrow = 0L;
    for (var i = WORDS - 1; i >= 0; i--) {
      var word = hash.getLong(i * Long.BYTES);
      var before = sums[at + i];
      var difference = before - word;
      var underflow = Long.compareUnsigned(before, word) < 0 ? 1L : 0L;
      underflow += borrow == 1 && difference == 0 ? 1L : 0L;
      sums[at + i] = difference - borrow;
      borrow = underflow;
    }
  }
}
