package dev.flotilla.testkit;

import dev.flotilla.crdt.types.GSet;

class GSetLawsTest implements JoinLaws<GSet<String>, String> {

  @Override
  public Replicated<GSet<String>, String> type() {
    return new GSets();
  }
}
