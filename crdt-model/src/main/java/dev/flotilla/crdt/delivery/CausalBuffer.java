package dev.flotilla.crdt.delivery;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.PersistentMap;
import dev.flotilla.crdt.VersionVector;
import java.util.ArrayList;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Delivers operations that arrive in any order, with duplicates, once each and in causal order: an
/// operation comes after all that its author had seen. So the operation-based form of a type needs
/// to work in causal order alone.
///
/// Immutable: [#receive] returns the buffer that follows. What came early is held, at most
/// `capacity` operations; an operation whose dependencies are there needs no room, so a full buffer
/// still delivers. A buffer that holds nothing keeps no more than the vector of what it delivered.
///
/// Each held operation waits for one missing dependency at a time and is looked at again when that
/// one is delivered. Receiving costs O(replicas + log capacity) for the operation and as much for
/// each that it sets free, times the dependencies that came late. Safe to share between threads.
///
/// @see <a href="https://doi.org/10.1145/128738.128742">Birman, Schiper, Stephenson 1991,
///   Lightweight Causal and Atomic Group Multicast</a>
public final class CausalBuffer<T> {

  private final int capacity;
  private final VersionVector delivered;
  private final PersistentMap<Dot, Envelope<T>> held;

  /// The held operations under the one missing dependency that each of them waits for next.
  private final PersistentMap<Dot, PersistentMap<Dot, Envelope<T>>> waiting;

  private CausalBuffer(
      int capacity,
      VersionVector delivered,
      PersistentMap<Dot, Envelope<T>> held,
      PersistentMap<Dot, PersistentMap<Dot, Envelope<T>>> waiting) {
    this.capacity = capacity;
    this.delivered = delivered;
    this.held = held;
    this.waiting = waiting;
  }

  /// A buffer that holds nothing.
  ///
  /// @param delivered what needs no delivery, for instance because a snapshot has it
  /// @param capacity how many operations may wait
  /// @throws IllegalArgumentException if `capacity` is negative
  public static <T> CausalBuffer<T> after(VersionVector delivered, int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity below 0: " + capacity);
    }
    return new CausalBuffer<>(capacity, delivered, PersistentMap.empty(), PersistentMap.empty());
  }

  /// Takes an operation.
  public Receipt<T> receive(Envelope<T> envelope) {
    if (envelope.isMalformed()) {
      return new Receipt.Malformed<>();
    }
    if (delivered.contains(envelope.dot()) || held.containsKey(envelope.dot())) {
      return new Receipt.Duplicate<>();
    }
    var missing = missing(envelope, delivered);
    if (missing == null) {
      return deliver(envelope);
    }
    if (held.size() >= capacity) {
      return new Receipt.Full<>();
    }
    return new Receipt.Held<>(
        new CausalBuffer<>(
            capacity,
            delivered,
            held.with(envelope.dot(), envelope),
            waitingFor(waiting, missing, envelope)));
  }

  /// What was delivered: the dependencies of the next operation made here.
  public VersionVector delivered() {
    return delivered;
  }

  /// The number of operations that wait.
  public int size() {
    return held.size();
  }

  /// The operations that others wait for and that have not arrived: those to ask peers for. There
  /// may be more behind them. Costs O(held · log held).
  public SortedSet<Dot> missing() {
    var missing = new TreeSet<Dot>();
    for (var dot : waiting.keys()) {
      if (!held.containsKey(dot)) {
        missing.add(dot);
      }
    }
    return missing;
  }

  @Override
  public String toString() {
    return held.size() + " waiting after " + delivered;
  }

  private Receipt<T> deliver(Envelope<T> first) {
    var nowDelivered = delivered;
    var nowHeld = held;
    var nowWaiting = waiting;
    var payloads = new ArrayList<T>();
    // Sorted, so that the order depends on what was held and not on how it is stored.
    var ready = new TreeMap<Dot, Envelope<T>>();
    ready.put(first.dot(), first);
    while (!ready.isEmpty()) {
      var next = ready.pollFirstEntry().getValue();
      var dot = next.dot();
      nowDelivered = nowDelivered.with(dot.replica(), dot.counter());
      nowHeld = nowHeld.without(dot);
      payloads.add(next.payload());
      var woken = nowWaiting.getOrDefault(dot, PersistentMap.empty());
      nowWaiting = nowWaiting.without(dot);
      for (var envelope : woken.values()) {
        var missing = missing(envelope, nowDelivered);
        if (missing == null) {
          ready.put(envelope.dot(), envelope);
        } else {
          nowWaiting = waitingFor(nowWaiting, missing, envelope);
        }
      }
    }
    return new Receipt.Delivered<>(
        new CausalBuffer<>(capacity, nowDelivered, nowHeld, nowWaiting), payloads);
  }

  private static <T> PersistentMap<Dot, PersistentMap<Dot, Envelope<T>>> waitingFor(
      PersistentMap<Dot, PersistentMap<Dot, Envelope<T>>> waiting,
      Dot missing,
      Envelope<T> envelope) {
    PersistentMap<Dot, Envelope<T>> others = waiting.getOrDefault(missing, PersistentMap.empty());
    return waiting.with(missing, others.with(envelope.dot(), envelope));
  }

  /// A dependency that was not delivered, or null if all were.
  private static @Nullable Dot missing(Envelope<?> envelope, VersionVector delivered) {
    var dot = envelope.dot();
    if (delivered.get(dot.replica()) < dot.counter() - 1) {
      return new Dot(dot.replica(), dot.counter() - 1);
    }
    if (delivered.dominates(envelope.dependencies())) {
      return null;
    }
    return envelope.dependencies().asMap().entrySet().stream()
        .filter(needed -> delivered.get(needed.getKey()) < needed.getValue())
        .findFirst()
        .map(needed -> new Dot(needed.getKey(), needed.getValue()))
        .orElse(null);
  }
}
