package dev.flotilla.testkit;

import dev.flotilla.crdt.types.PnCounter;

class PnCounterLawsTest implements JoinLaws<PnCounter, Long> {

  @Override
  public Replicated<PnCounter, Long> type() {
    return new PnCounters();
  }
}
