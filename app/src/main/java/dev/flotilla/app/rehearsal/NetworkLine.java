package dev.flotilla.app.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Machines in a row, each linked to its neighbours: the simplest network that can be cut anywhere.
/// Machines with no cut between them hear each other. Immutable.
///
/// @param order the machines from left to right, each once
/// @param cuts places where it is cut: 0 is between the first and the second
public record NetworkLine(List<Integer> order, Set<Integer> cuts) {
  public NetworkLine {
    order = List.copyOf(order);
    cuts = java.util.Collections.unmodifiableSet(new TreeSet<>(cuts));
    int links = order.size() - 1;
    if (!order.stream().sorted().toList().equals(IntStream.range(0, order.size()).boxed().toList())
        || cuts.stream().anyMatch(cut -> cut < 0 || cut >= links)) {
      throw new IllegalArgumentException("machines " + order + ", cuts " + cuts);
    }
  }

  /// A row of so many machines that all hear each other.
  public static NetworkLine whole(int machines) {
    return new NetworkLine(IntStream.range(0, machines).boxed().toList(), Set.of());
  }

  /// Cuts a link, or mends it.
  public NetworkLine toggled(int link) {
    Set<Integer> next = new TreeSet<>(cuts);
    if (!next.remove(link)) {
      next.add(link);
    }
    return new NetworkLine(order, next);
  }

  /// The same row without cuts.
  public NetworkLine mended() {
    return new NetworkLine(order, Set.of());
  }

  /// Carries a machine to another place; the cuts stay where they are.
  ///
  /// @param place counted from 0; too far is the end
  public NetworkLine moved(int machine, int place) {
    List<Integer> next = new ArrayList<>(order);
    next.remove(Integer.valueOf(machine));
    next.add(Math.clamp(place, 0, next.size()), machine);
    return new NetworkLine(next, cuts);
  }

  /// Where a machine stands, counted from 0.
  public int place(int machine) {
    return order.indexOf(machine);
  }

  /// By machine, the part of the network that it is in.
  public int[] parts() {
    int[] parts = new int[order.size()];
    int part = 0;
    for (int place = 0; place < order.size(); place++) {
      if (cuts.contains(place - 1)) {
        part++;
      }
      parts[order.get(place)] = part;
    }
    return parts;
  }

  /// Whether one machine does not hear the other.
  public boolean areApart(int one, int other) {
    int[] parts = parts();
    return parts[one] != parts[other];
  }
}
