package dev.flotilla.crdt;

import static java.util.Collections.unmodifiableSortedMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Dots that carry a value each: the writes that no other write has superseded.
///
/// As small as the number of authors who wrote at the same time, hence a plain list.
///
/// @param entries sorted by dot, each dot once
public record DotFun<V>(List<Dotted<V>> entries) implements DotStore<DotFun<V>> {

  private static final DotFun<?> EMPTY = new DotFun<>(List.of());

  public DotFun {
    entries = List.copyOf(entries);
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i - 1).dot().compareTo(entries.get(i).dot()) >= 0) {
        throw new IllegalArgumentException("dots out of order: " + entries);
      }
    }
  }

  /// No dot.
  @SuppressWarnings("unchecked")
  public static <V> DotFun<V> empty() {
    return (DotFun<V>) EMPTY;
  }

  /// One dot and its value.
  public static <V> DotFun<V> of(Dot dot, V value) {
    return new DotFun<>(List.of(new Dotted<>(dot, value)));
  }

  /// This store after a write that supersedes some of its dots; others of `superseded` are ignored.
  public DotFun<V> written(Dot dot, V value, Collection<Dot> superseded) {
    if (entries.isEmpty() || superseded.containsAll(dots())) {
      return of(dot, value);
    }
    var next = new ArrayList<Dotted<V>>(entries.size() + 1);
    for (var entry : entries) {
      if (!superseded.contains(entry.dot())) {
        next.add(entry);
      }
    }
    next.add(new Dotted<>(dot, value));
    return sorted(next);
  }

  /// The dots, sorted.
  public List<Dot> dots() {
    return entries.stream().map(Dotted::dot).toList();
  }

  /// Whether the dot is alive.
  public boolean contains(Dot dot) {
    for (var entry : entries) {
      if (entry.dot().equals(dot)) {
        return true;
      }
    }
    return false;
  }

  /// A copy, sorted by dot, that cannot be changed.
  public SortedMap<Dot, V> asMap() {
    var map = new TreeMap<Dot, V>();
    entries.forEach(entry -> map.put(entry.dot(), entry.value()));
    return unmodifiableSortedMap(map);
  }

  @Override
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  @Override
  public DotFun<V> join(CausalContext seen, DotFun<V> other, CausalContext otherSeen) {
    var alive = new ArrayList<Dotted<V>>(entries.size() + other.entries.size());
    for (var entry : entries) {
      if (!otherSeen.contains(entry.dot()) || other.contains(entry.dot())) {
        alive.add(entry);
      }
    }
    int mine = alive.size();
    for (var entry : other.entries) {
      if (!seen.contains(entry.dot())) {
        alive.add(entry);
      }
    }
    return mine == entries.size() && mine == alive.size() ? this : sorted(alive);
  }

  @Override
  public DotFun<V> bottom() {
    return empty();
  }

  @Override
  public void forEachDot(Consumer<? super Dot> visitor) {
    entries.forEach(entry -> visitor.accept(entry.dot()));
  }

  private static <V> DotFun<V> sorted(List<Dotted<V>> entries) {
    if (entries.isEmpty()) {
      return empty();
    }
    entries.sort(Comparator.comparing(Dotted::dot));
    return new DotFun<>(entries);
  }
}
