package dev.flotilla.app.causality;

import dev.flotilla.crdt.ReplicaId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Sorts events by their clocks, but none before what it had seen: clocks may be wrong.
final class InCausalOrder {
  private static final class Chain {
    private final List<Event> events = new ArrayList<>();
    private int taken;
  }

  private final List<Event> byClock;
  private final Map<ReplicaId, Chain> chains = new HashMap<>();
  private final List<Event> sorted = new ArrayList<>();

  InCausalOrder(Collection<Event> events, Comparator<Event> byClock) {
    Map<ReplicaId, TreeMap<Long, Event>> byAuthor = new HashMap<>();
    events.forEach(event ->
        byAuthor.computeIfAbsent(event.author(), _ -> new TreeMap<>()).put(event.number(), event));
    byAuthor.forEach((author, chain) -> {
      Chain made = new Chain();
      made.events.addAll(chain.values());
      chains.put(author, made);
    });
    this.byClock =
        chains.values().stream().flatMap(chain -> chain.events.stream()).sorted(byClock).toList();
  }

  List<Event> sorted() {
    byClock.forEach(this::take);
    return List.copyOf(sorted);
  }

  /// Takes an event, and before it what it had seen and is not taken yet.
  private void take(Event wanted) {
    Deque<Event> waiting = new ArrayDeque<>();
    waiting.push(wanted);
    while (!waiting.isEmpty()) {
      Event event = waiting.peek();
      if (isTaken(event)) {
        waiting.pop();
        continue;
      }
      Event needed = needed(event);
      if (needed == null) {
        waiting.pop();
        sorted.add(event);
        chain(event.author()).taken++;
      } else {
        waiting.push(needed);
      }
    }
  }

  private boolean isTaken(Event event) {
    Chain chain = chain(event.author());
    return chain.taken > 0 && chain.events.get(chain.taken - 1).number() >= event.number();
  }

  /// Something that comes before an event and is not taken; null if there is nothing.
  private @org.jspecify.annotations.Nullable Event needed(Event event) {
    for (Map.Entry<ReplicaId, Chain> entry : chains.entrySet()) {
      Chain chain = entry.getValue();
      if (chain.taken < chain.events.size()) {
        Event next = chain.events.get(chain.taken);
        boolean isOwn = entry.getKey().equals(event.author());
        if (isOwn ? next.number() < event.number() : next.last() <= seen(event, entry.getKey())) {
          return next;
        }
      }
    }
    return null;
  }

  private static long seen(Event event, ReplicaId replica) {
    return event.past().get(replica);
  }

  private Chain chain(ReplicaId author) {
    Chain chain = chains.get(author);
    if (chain == null) {
      throw new IllegalArgumentException("no events of " + author);
    }
    return chain;
  }
}
