package dev.flotilla.crdt.sequence;

import dev.flotilla.crdt.PersistentMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Finds what one map has and another has not.
final class Differences {

  /// From this ratio of sizes on, looking at all of the smaller map is cheaper than comparing.
  private static final int SMALL_SHARE = 8;

  private Differences() {}

  /// Visits at least the entries of `map` that `known` has not, or has with another value. Costs
  /// O(size of `map`), or O(entries that differ) if that is less.
  static <K, V> void forEachIn(
      PersistentMap<K, V> map, PersistentMap<K, V> known, BiConsumer<K, V> visitor) {
    if (isSmall(map, known)) {
      map.forEach(visitor);
      return;
    }
    map.diff(
        known,
        new PersistentMap.DiffVisitor<K, V>() {
          @Override
          public void added(K key, V now) {
            visitor.accept(key, now);
          }

          @Override
          public void removed(K key, V before) {}

          @Override
          public void changed(K key, V before, V now) {
            visitor.accept(key, now);
          }
        });
  }

  /// Visits the keys that only one of the two maps has, or that have different values. Costs
  /// O(entries that differ) if one map was made of the other.
  static <K, V> void forEachKey(
      PersistentMap<K, V> map, PersistentMap<K, V> older, Consumer<? super K> visitor) {
    map.diff(
        older,
        new PersistentMap.DiffVisitor<K, V>() {
          @Override
          public void added(K key, V now) {
            visitor.accept(key);
          }

          @Override
          public void removed(K key, V before) {
            visitor.accept(key);
          }

          @Override
          public void changed(K key, V before, V now) {
            visitor.accept(key);
          }
        });
  }

  /// Whether `map` is so much smaller than `known` that looking at all of it is cheap.
  static boolean isSmall(PersistentMap<?, ?> map, PersistentMap<?, ?> known) {
    return map.size() < known.size() / SMALL_SHARE;
  }
}
