package dev.flotilla.testkit;

import dev.flotilla.crdt.types.TwoPhaseSet;

class TwoPhaseSetLawsTest implements JoinLaws<TwoPhaseSet<String>, TwoPhaseSets.Edit> {

  @Override
  public Replicated<TwoPhaseSet<String>, TwoPhaseSets.Edit> type() {
    return new TwoPhaseSets();
  }
}
