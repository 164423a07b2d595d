package dev.flotilla.testkit;

import dev.flotilla.crdt.types.OrSet;

class OrSetLawsTest implements JoinLaws<OrSet<String>, OrSets.Edit> {

  @Override
  public Replicated<OrSet<String>, OrSets.Edit> type() {
    return new OrSets();
  }
}
