package dev.flotilla.testkit;

import dev.flotilla.crdt.Delta;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.JoinSemilattice;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.crdt.time.HybridTimestamp;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random values, made so that the rare case is not rare: equal times, shared prefixes, limits.
public final class Samples {

  private static final String[] TEXTS = {"", "a", "b", "beta", "ä", "日本", "𝄞", "a b", "\u0000"};

  private Samples() {}

  /// The id of the n-th replica of a test. Half of them are above, half below zero if read as
  /// signed numbers, and their order is not that of n.
  public static ReplicaId replica(int n) {
    return new ReplicaId((n + 1) * 0x9E3779B97F4A7C15L, n);
  }

  /// One of the first `replicas` replicas.
  public static ReplicaId replica(RandomGenerator random, int replicas) {
    return replica(random.nextInt(replicas));
  }

  /// A dot of one of the first `replicas` replicas, with a counter up to `counterMax`.
  public static Dot dot(RandomGenerator random, int replicas, int counterMax) {
    return new Dot(replica(random, replicas), 1 + random.nextInt(counterMax));
  }

  /// A vector over the first `replicas` replicas, some of them without an entry.
  public static VersionVector vector(RandomGenerator random, int replicas, int counterMax) {
    var counters = new HashMap<ReplicaId, Long>();
    for (int n = 0; n < replicas; n++) {
      counters.put(replica(n), (long) random.nextInt(counterMax + 1));
    }
    return VersionVector.of(counters);
  }

  /// A time from few, so that equal ones occur; now and then one far ahead.
  public static HybridTimestamp timestamp(RandomGenerator random) {
    return random.nextInt(20) == 0
        ? HybridTimestamp.MAX
        : new HybridTimestamp(random.nextInt(4), random.nextInt(2));
  }

  /// A short text, not always in the Basic Multilingual Plane.
  public static String text(RandomGenerator random) {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  /// One of the items.
  public static <T> T oneOf(RandomGenerator random, List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /// All items, in another order.
  public static <T> List<T> shuffled(RandomGenerator random, List<T> items) {
    var shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      var swapped = shuffled.get(i);
      shuffled.set(i, shuffled.get(j));
      shuffled.set(j, swapped);
    }
    return shuffled;
  }

  /// Some of the items, in their order.
  public static <T> List<T> some(RandomGenerator random, List<T> items) {
    var some = new ArrayList<T>();
    for (var item : items) {
      if (random.nextBoolean()) {
        some.add(item);
      }
    }
    return some;
  }

  /// What a replica that has made no edit so far adds to a state.
  static <S extends JoinSemilattice<S>, E> Delta<S> deltaOf(
      Replicated<S, E> type, int replica, S state, RandomGenerator random) {
    var edit = type.anyEdit(state, random);
    return type.edit(state, new Dot(replica(replica), 1), timestamp(random), edit);
  }

  /// The bytes with a few of them changed, left out or doubled, or cut off.
  static byte[] damaged(RandomGenerator random, byte[] bytes) {
    var damaged = new ByteArrayOutputStream();
    int harmed = random.nextInt(bytes.length + 1);
    for (int i = 0; i < bytes.length; i++) {
      switch (i == harmed ? random.nextInt(6) : 0) {
        case 1 -> damaged.write(random.nextInt(256));
        case 2 -> damaged.write(bytes[i] ^ (1 << random.nextInt(8)));
        case 3 -> {}
        case 4 -> damaged.write(new byte[] {bytes[i], bytes[i]}, 0, 2);
        case 5 -> {
          return damaged.toByteArray();
        }
        default -> damaged.write(bytes[i]);
      }
    }
    return damaged.toByteArray();
  }
}
