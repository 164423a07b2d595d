package dev.flotilla.testkit;

import dev.flotilla.crdt.types.GCounter;

class GCounterLawsTest implements JoinLaws<GCounter, Long> {

  @Override
  public Replicated<GCounter, Long> type() {
    return new GCounters();
  }
}
