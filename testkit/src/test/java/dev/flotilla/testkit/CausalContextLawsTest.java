package dev.flotilla.testkit;

import dev.flotilla.crdt.CausalContext;

class CausalContextLawsTest implements JoinLaws<CausalContext, String> {

  @Override
  public Replicated<CausalContext, String> type() {
    return new CausalContexts();
  }
}
