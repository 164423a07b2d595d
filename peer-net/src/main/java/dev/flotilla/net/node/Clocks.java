package dev.flotilla.net.node;

import dev.flotilla.model.DeviceId;
import dev.flotilla.model.Member;
import dev.flotilla.model.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// What to tell people of clocks that differ. Nothing is decided by them and nobody is turned away
/// for one; but history shows their times, and of two writes at once the later one is shown first.
final class Clocks {
  /// People notice that an order of events is wrong.
  static final Duration NOTICED = Duration.ofSeconds(5);

  /// Somebody should set a clock.
  static final Duration ALARMING = Duration.ofMinutes(5);

  /// From so many peers on, whoever differs from most of them is the one that is wrong.
  private static final int QUORUM = 3;

  private Clocks() {}

  /// One sentence for each clock to look at.
  ///
  /// @param offsets how far the clocks of others are ahead of this one, in milliseconds
  static List<String> alarms(SortedMap<DeviceId, Long> offsets, Workspace workspace) {
    var median = median(offsets);
    if (offsets.size() >= QUORUM && differs(median, NOTICED)) {
      return List.of(
          "The clock of this machine is %s %s those of most others: %s"
              .formatted(amount(median), median > 0 ? "behind" : "ahead of", advice(median)));
    }
    var sentences = new ArrayList<String>();
    offsets.forEach((device, offset) -> {
      if (differs(offset, NOTICED)) {
        var name = workspace.member(device).map(Member::name).orElse(device.shortName());
        sentences.add(
            "The clock of %s is %s %s that of this machine: %s"
                .formatted(
                    name, amount(offset), offset > 0 ? "ahead of" : "behind", advice(offset)));
      }
    });
    return sentences;
  }

  private static long median(SortedMap<DeviceId, Long> offsets) {
    var sorted = offsets.values().stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  private static boolean differs(long offsetMillis, Duration than) {
    return Math.abs(offsetMillis) > than.toMillis();
  }

  private static String advice(long offsetMillis) {
    return differs(offsetMillis, ALARMING)
        ? "set it, or history shows wrong times."
        : "times in the history may not follow each other.";
  }

  private static String amount(long offsetMillis) {
    var offset = Duration.ofMillis(Math.abs(offsetMillis));
    return offset.compareTo(Duration.ofMinutes(2)) < 0
        ? offset.toSeconds() + " s"
        : offset.compareTo(Duration.ofHours(2)) < 0
            ? offset.toMinutes() + " min"
            : offset.toHours() + " h";
  }
}
