package dev.flotilla.crdt.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A sorted set that knows how many of its keys come before any other, and how much they weigh.
///
/// Immutable; versions share what they have in common. A weight-balanced tree: each operation costs
/// O(log n) and recurses no deeper than that.
///
/// @see <a href="https://doi.org/10.1017/S0956796811000104">Hirai, Yamamoto 2011: Balancing
///   Weight-Balanced Trees</a>
final class Ranked<K extends Ranked.Key<K>> {

  /// What is sorted.
  interface Key<K> {

    /// Below, at or above 0: before, equal to or after the other.
    int order(K other);

    /// 0 or 1.
    int weight();
  }

  private record Node<K extends Key<K>>(
      K key, @Nullable Node<K> left, @Nullable Node<K> right, int size, int weight) {}

  /// No side has more than this many times the keys of the other one.
  private static final int BALANCE = 3;

  /// From this ratio within the larger side on, one rotation is not enough.
  private static final int ROTATION = 2;

  private final @Nullable Node<K> root;

  private Ranked(@Nullable Node<K> root) {
    this.root = root;
  }

  static <K extends Key<K>> Ranked<K> empty() {
    return new Ranked<K>(null);
  }

  /// @param sorted without duplicates
  static <K extends Key<K>> Ranked<K> of(List<K> sorted) {
    return new Ranked<K>(built(sorted));
  }

  int size() {
    return size(root);
  }

  int weight() {
    return weight(root);
  }

  /// This set with the key, which takes the place of an equal one.
  Ranked<K> with(K key) {
    return new Ranked<>(with(root, key));
  }

  /// This set without the key, if it is there.
  Ranked<K> without(K key) {
    return new Ranked<>(without(root, key));
  }

  /// The number of lesser keys.
  int rank(K key) {
    int rank = 0;
    var node = root;
    while (node != null) {
      if (key.order(node.key) <= 0) {
        node = node.left;
      } else {
        rank += size(node.left) + 1;
        node = node.right;
      }
    }
    return rank;
  }

  /// The least key that is not less, or null.
  @Nullable K ceiling(K key) {
    return at(rank(key));
  }

  /// The greatest key that is not greater, or null.
  @Nullable K floor(K key) {
    int rank = rank(key);
    var ceiling = at(rank);
    return ceiling != null && ceiling.order(key) == 0 ? ceiling : at(rank - 1);
  }

  /// The key with so many lesser ones, or null.
  @Nullable K at(int index) {
    int before = index;
    var node = root;
    while (node != null) {
      int left = size(node.left);
      if (before == left) {
        return node.key;
      }
      if (before < left) {
        node = node.left;
      } else {
        before -= left + 1;
        node = node.right;
      }
    }
    return null;
  }

  /// The key that weighs something and has so much weight before it, or null.
  @Nullable K atWeight(int index) {
    int before = index;
    var node = root;
    while (node != null) {
      int left = weight(node.left);
      if (before < left) {
        node = node.left;
      } else if (before == left && node.key.weight() > 0) {
        return node.key;
      } else {
        before -= left + node.key.weight();
        node = node.right;
      }
    }
    return null;
  }

  /// The keys whose ranks are `from` or more and less than `to`.
  List<K> range(int from, int to) {
    var keys = new ArrayList<K>(to - from);
    for (int i = from; i < to; i++) {
      var key = at(i);
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  /// Visits the keys in their order.
  void forEach(Consumer<? super K> visitor) {
    forEach(root, visitor);
  }

  private static <K extends Key<K>> void forEach(
      @Nullable Node<K> node, Consumer<? super K> visitor) {
    if (node != null) {
      forEach(node.left, visitor);
      visitor.accept(node.key);
      forEach(node.right, visitor);
    }
  }

  private static <K extends Key<K>> @Nullable Node<K> built(List<K> sorted) {
    if (sorted.isEmpty()) {
      return null;
    }
    int middle = sorted.size() / 2;
    return node(
        sorted.get(middle),
        built(sorted.subList(0, middle)),
        built(sorted.subList(middle + 1, sorted.size())));
  }

  private static <K extends Key<K>> Node<K> with(@Nullable Node<K> node, K key) {
    if (node == null) {
      return node(key, null, null);
    }
    int order = key.order(node.key);
    if (order == 0) {
      return node(key, node.left, node.right);
    }
    return order < 0
        ? balanced(node.key, with(node.left, key), node.right)
        : balanced(node.key, node.left, with(node.right, key));
  }

  private static <K extends Key<K>> @Nullable Node<K> without(@Nullable Node<K> node, K key) {
    if (node == null) {
      return null;
    }
    int order = key.order(node.key);
    if (order < 0) {
      return balanced(node.key, without(node.left, key), node.right);
    }
    if (order > 0) {
      return balanced(node.key, node.left, without(node.right, key));
    }
    if (node.right == null) {
      return node.left;
    }
    var next = node.right;
    while (next.left != null) {
      next = next.left;
    }
    return balanced(next.key, node.left, without(node.right, next.key));
  }

  private static <K extends Key<K>> Node<K> balanced(
      K key, @Nullable Node<K> left, @Nullable Node<K> right) {
    if (right != null && isHeavier(right, left)) {
      var inner = right.left;
      return inner == null || size(inner) < ROTATION * (size(right.right) + 1)
          ? node(right.key, node(key, left, inner), right.right)
          : node(inner.key, node(key, left, inner.left), node(right.key, inner.right, right.right));
    }
    if (left != null && isHeavier(left, right)) {
      var inner = left.right;
      return inner == null || size(inner) < ROTATION * (size(left.left) + 1)
          ? node(left.key, left.left, node(key, inner, right))
          : node(inner.key, node(left.key, left.left, inner.left), node(key, inner.right, right));
    }
    return node(key, left, right);
  }

  private static boolean isHeavier(@Nullable Node<?> one, @Nullable Node<?> other) {
    return size(one) + size(other) > 1 && size(one) + 1 > BALANCE * (size(other) + 1);
  }

  private static <K extends Key<K>> Node<K> node(
      K key, @Nullable Node<K> left, @Nullable Node<K> right) {
    return new Node<>(
        key,
        left,
        right,
        size(left) + 1 + size(right),
        weight(left) + key.weight() + weight(right));
  }

  private static int size(@Nullable Node<?> node) {
    return node == null ? 0 : node.size;
  }

  private static int weight(@Nullable Node<?> node) {
    return node == null ? 0 : node.weight;
  }
}
