package dev.flotilla.net.session;

import dev.flotilla.net.wire.WireLimits;

/// Changes that the peer sent and that are not confirmed yet. Immutable.
///
/// @param deliveries given to the replica and not answered
/// @param openBytes given to the replica, whether answered or not, and not confirmed
/// @param takenBytes answered, and to be confirmed with the next ACK
/// @param gap what the peer has and this side lacks
/// @param whole whether the peer was asked to pack nothing and has not done so yet
record Inflow(int deliveries, long openBytes, long takenBytes, Gap gap, boolean whole) {
  /// The window that we gave, and one change that may be larger than what is left of it.
  private static final long MAX_OPEN_BYTES = WireLimits.WINDOW_BYTES + WireLimits.MAX_CHANGE_BYTES;

  static final Inflow NOTHING = new Inflow(0, 0, 0, Gap.NONE, false);

  /// Whether a peer that keeps to the window can send so much now.
  boolean hasRoomFor(long bytes) {
    return openBytes + bytes <= MAX_OPEN_BYTES;
  }

  Inflow delivered(long bytes) {
    return new Inflow(deliveries + 1, openBytes + bytes, takenBytes, gap, whole);
  }

  Inflow taken(long bytes) {
    return new Inflow(deliveries - 1, openBytes, takenBytes + bytes, gap, whole);
  }

  Inflow confirmed() {
    return new Inflow(deliveries, openBytes - takenBytes, 0, gap, whole);
  }

  Inflow with(Gap next) {
    return next.equals(gap) ? this : new Inflow(deliveries, openBytes, takenBytes, next, whole);
  }

  /// Whether changes have to come whole from now on.
  Inflow withWhole(boolean next) {
    return next == whole ? this : new Inflow(deliveries, openBytes, takenBytes, gap, next);
  }

  /// Whether to ask for what is missing now. Not while the replica still works on deliveries.
  boolean shouldAskAgain(long nowMillis) {
    return !isBusy() && gap.isDue(nowMillis);
  }

  /// When [#shouldAskAgain] becomes true by itself.
  long deadline() {
    return isBusy() ? Gap.NEVER : gap.askAt();
  }

  boolean isBusy() {
    return deliveries > 0;
  }
}
