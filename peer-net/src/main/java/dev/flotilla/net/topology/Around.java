package dev.flotilla.net.topology;

import dev.flotilla.model.DeviceId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the two neighbours of a device on a ring of others, which come in any order. Cost: O(1)
/// for each.
final class Around {
  private final DeviceId self;
  private @Nullable DeviceId above;
  private @Nullable DeviceId below;
  private @Nullable DeviceId least;
  private @Nullable DeviceId greatest;

  Around(DeviceId self) {
    this.self = self;
  }

  void add(DeviceId other) {
    least = least(least, other);
    greatest = greatest(greatest, other);
    if (other.compareTo(self) > 0) {
      above = least(above, other);
    } else {
      below = greatest(below, other);
    }
  }

  /// The next above and the next below; the ring is closed. One if there is no more, none if nobody
  /// came.
  Set<DeviceId> neighbours() {
    var found = new LinkedHashSet<DeviceId>();
    add(found, above == null ? least : above);
    add(found, below == null ? greatest : below);
    return found;
  }

  private static void add(Set<DeviceId> found, @Nullable DeviceId device) {
    if (device != null) {
      found.add(device);
    }
  }

  private static DeviceId least(@Nullable DeviceId one, DeviceId other) {
    return one == null || other.compareTo(one) < 0 ? other : one;
  }

  private static DeviceId greatest(@Nullable DeviceId one, DeviceId other) {
    return one == null || other.compareTo(one) > 0 ? other : one;
  }
}
