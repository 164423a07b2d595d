package dev.flotilla.testkit;

import dev.flotilla.crdt.time.VectorClock;

class VectorClockLawsTest implements JoinLaws<VectorClock, String> {

  @Override
  public Replicated<VectorClock, String> type() {
    return new VectorClocks();
  }
}
