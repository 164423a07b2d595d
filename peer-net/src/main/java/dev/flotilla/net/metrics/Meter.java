package dev.flotilla.net.metrics;

import dev.flotilla.model.DeviceId;

/// Where connections tell what they do. Any thread; no call blocks or takes more than a fraction of
/// a microsecond.
public interface Meter {
  /// Listens to nothing.
  Meter NONE = new Meter() {};

  /// A frame went out.
  ///
  /// @param kind of the message in it
  /// @param wireBytes what was sent, the frame's header included
  /// @param plainBytes what it would have been without compression
  default void sent(String kind, int wireBytes, int plainBytes) {}

  /// A frame came in.
  default void received(String kind, int wireBytes, int plainBytes) {}

  /// A member said HELLO.
  ///
  /// @param clockOffsetMillis how far its clock is ahead of this machine's
  default void linked(DeviceId peer, long clockOffsetMillis) {}

  /// The only link to a member is gone.
  ///
  /// @param fault whether one of the two did something that it should not have
  default void unlinked(DeviceId peer, boolean fault) {}

  /// A link looked whether both sides have the same.
  ///
  /// @param underWayBytes sent and not confirmed
  default void compared(DeviceId peer, boolean same, long underWayBytes) {}
}
