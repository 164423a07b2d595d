package dev.flotilla.net.session;

/// Changes that the peer sent and that are not confirmed yet. Immutable.
///
/// @param deliveries given to the replica and not answered
/// @param takenBytes answered, and to be confirmed with the next ACK
record Inflow(int deliveries, long takenBytes) {
  static final Inflow NOTHING = new Inflow(0, 0);

  Inflow delivered() {
    return new Inflow(deliveries + 1, takenBytes);
  }

  Inflow taken(long bytes) {
    return new Inflow(deliveries - 1, takenBytes + bytes);
  }

  Inflow confirmed() {
    return new Inflow(deliveries, 0);
  }

  boolean isBusy() {
    return deliveries > 0;
  }
}
