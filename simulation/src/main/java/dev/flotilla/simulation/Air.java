package dev.flotilla.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The network as it is now: its weather, who cannot reach whom, who is slow.
final class Air {
  /// A gigabit a second.
  private static final long FAST = 125_000_000;

  private record Way(int from, int to) {}

  private final Weather usual;
  private final Map<Integer, Long> speed = new HashMap<>();

  /// Several silences may overlap, so they are counted.
  private final Map<Way, Integer> silent = new HashMap<>();

  private final Set<Integer> borders = new HashSet<>();
  private Weather weather;

  Air(Weather usual) {
    this.usual = usual;
    this.weather = usual;
  }

  Weather weather() {
    return weather;
  }

  void storm(Weather now) {
    weather = now;
  }

  void fair() {
    weather = usual;
  }

  /// Ends everything that is bad.
  void calm() {
    weather = Weather.FAIR;
    silent.clear();
    borders.clear();
    speed.clear();
  }

  void silence(int from, int to, boolean begins) {
    silent.merge(new Way(from, to), begins ? 1 : -1, Integer::sum);
  }

  void partition(int border, boolean begins) {
    if (begins) {
      borders.add(border);
    } else {
      borders.remove(border);
    }
  }

  void slow(int machine, long bytesPerSecond) {
    speed.put(machine, bytesPerSecond);
  }

  void fast(int machine) {
    speed.remove(machine);
  }

  boolean reaches(int from, int to) {
    return silent.getOrDefault(new Way(from, to), 0) <= 0
        && borders.stream().allMatch(border -> (from < border) == (to < border));
  }

  long bytesPerSecond(int from, int to) {
    return Math.min(speed.getOrDefault(from, FAST), speed.getOrDefault(to, FAST));
  }
}
