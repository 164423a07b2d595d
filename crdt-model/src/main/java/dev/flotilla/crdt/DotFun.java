package dev.flotilla.crdt;

import static java.util.Collections.unmodifiableSortedMap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Dots that carry a value each: the writes that no other write has superseded.
///
/// As small as the number of authors who wrote at the same time, which is nearly always one: a
/// single entry lies within the object, several are a plain list.
public final class DotFun<V> implements DotStore<DotFun<V>> {

  private static final ReplicaId NOBODY = new ReplicaId(0, 0);
  private static final DotFun<?> EMPTY = new DotFun<>(List.of());

  private final ReplicaId replica;

  /// The counter of the single entry, 0 if there are none or several.
  private final long counter;

  private final @Nullable V value;

  /// All entries if there are several, else none.
  private final List<Dotted<V>> several;

  /// A store with these entries.
  ///
  /// @param entries sorted by dot, each dot once
  /// @throws IllegalArgumentException if they are out of order
  public DotFun(List<Dotted<V>> entries) {
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).dot().compareTo(entries.get(i).dot()) >= 0) {
        throw new IllegalArgumentException("dots out of order: " + entries);
      }
    }
    boolean single = entries.size() == 1;
    replica = single ? entries.getFirst().dot().replica() : NOBODY;
    counter = single ? entries.getFirst().dot().counter() : 0;
    value = single ? entries.getFirst().value() : null;
    several = single ? List.of() : List.copyOf(entries);
  }

  /// Several entries that are known to be in order.
  private DotFun(ReplicaId nobody, List<Dotted<V>> sorted) {
    replica = nobody;
    counter = 0;
    value = null;
    several = List.copyOf(sorted);
  }

  private DotFun(Dot dot, V value) {
    replica = dot.replica();
    counter = dot.counter();
    this.value = value;
    several = List.of();
  }

  /// No dot.
  @SuppressWarnings("unchecked")
  public static <V> DotFun<V> empty() {
    return (DotFun<V>) EMPTY;
  }

  /// One dot and its value.
  public static <V> DotFun<V> of(Dot dot, V value) {
    return new DotFun<>(dot, value);
  }

  /// This store after a write that supersedes some of its dots; others of `superseded` are ignored.
  /// Costs a copy of the references, and O(superseded · log n): somebody may write without ever
  /// superseding.
  ///
  /// @throws IllegalArgumentException if the dot is here and not superseded
  public DotFun<V> written(Dot dot, V value, Collection<Dot> superseded) {
    if (counter == 0 ? several.isEmpty() : superseded.contains(new Dot(replica, counter))) {
      return of(dot, value);
    }
    var gone = new BitSet();
    for (var old : superseded) {
      int at = indexOf(old);
      if (at >= 0) {
        gone.set(at);
      }
    }
    if (gone.cardinality() == size()) {
      return of(dot, value);
    }
    int found = indexOf(dot);
    if (found >= 0 && !gone.get(found)) {
      throw new IllegalArgumentException("a dot twice: " + dot);
    }
    int place = found >= 0 ? found : -found - 1;
    if (gone.isEmpty()) {
      var all = new ArrayList<>(entries());
      all.add(place, new Dotted<>(dot, value));
      return new DotFun<>(NOBODY, all);
    }
    var next = new ArrayList<Dotted<V>>(size() + 1 - gone.cardinality());
    for (int i = 0; i <= size(); i++) {
      if (i == place) {
        next.add(new Dotted<>(dot, value));
      }
      if (i < size() && !gone.get(i)) {
        next.add(get(i));
      }
    }
    return new DotFun<>(NOBODY, next);
  }

  /// Where the dot is, or -1 minus the place where it would be.
  private int indexOf(Dot dot) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = get(middle).dot().compareTo(dot);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /// The dots and their values, sorted by dot, each dot once.
  public List<Dotted<V>> entries() {
    return counter == 0 ? several : List.of(get(0));
  }

  /// The number of dots.
  public int size() {
    return counter == 0 ? several.size() : 1;
  }

  /// The entry at an index of [#entries].
  public Dotted<V> get(int index) {
    var single = value;
    if (single == null) {
      return several.get(index);
    }
    Objects.checkIndex(index, 1);
    return new Dotted<>(new Dot(replica, counter), single);
  }

  /// The dots, sorted.
  public List<Dot> dots() {
    return counter == 0
        ? several.stream().map(Dotted::dot).toList()
        : List.of(new Dot(replica, counter));
  }

  /// Whether the dot is alive.
  public boolean contains(Dot dot) {
    if (counter != 0) {
      return dot.counter() == counter && dot.replica().equals(replica);
    }
    for (var entry : several) {
      if (entry.dot().equals(dot)) {
        return true;
      }
    }
    return false;
  }

  /// A copy, sorted by dot, that cannot be changed.
  public SortedMap<Dot, V> asMap() {
    var map = new TreeMap<Dot, V>();
    entries().forEach(entry -> map.put(entry.dot(), entry.value()));
    return unmodifiableSortedMap(map);
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  /// Counts first what stays of both: nearly always that is one of the two as it is.
  @Override
  public DotFun<V> join(CausalContext seen, DotFun<V> other, CausalContext otherSeen) {
    int mine = 0;
    for (int i = 0; i < size(); i++) {
      mine += isAlive(get(i).dot(), other, otherSeen) ? 1 : 0;
    }
    int theirs = 0;
    for (int i = 0; i < other.size(); i++) {
      theirs += seen.contains(other.get(i).dot()) ? 0 : 1;
    }
    if (mine == size() && theirs == 0) {
      return this;
    }
    if (mine == 0 && theirs == other.size()) {
      return other;
    }
    var alive = new ArrayList<Dotted<V>>(mine + theirs);
    for (var entry : entries()) {
      if (isAlive(entry.dot(), other, otherSeen)) {
        alive.add(entry);
      }
    }
    for (var entry : other.entries()) {
      if (!seen.contains(entry.dot())) {
        alive.add(entry);
      }
    }
    return sorted(alive);
  }

  @Override
  public DotFun<V> bottom() {
    return empty();
  }

  @Override
  public void forEachDot(Consumer<? super Dot> visitor) {
    dots().forEach(visitor);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DotFun<?> fun
        && counter == fun.counter
        && replica.equals(fun.replica)
        && Objects.equals(value, fun.value)
        && several.equals(fun.several);
  }

  @Override
  public int hashCode() {
    return entries().hashCode();
  }

  @Override
  public String toString() {
    return entries().toString();
  }

  private boolean isAlive(Dot dot, DotFun<V> other, CausalContext otherSeen) {
    return !otherSeen.contains(dot) || other.contains(dot);
  }

  private static <V> DotFun<V> sorted(List<Dotted<V>> entries) {
    if (entries.isEmpty()) {
      return empty();
    }
    entries.sort(Comparator.comparing(Dotted::dot));
    return new DotFun<>(entries);
  }
}
