package dev.flotilla.testkit;

import dev.flotilla.crdt.types.EnableWinsFlag;

class EnableWinsFlagLawsTest implements JoinLaws<EnableWinsFlag, Boolean> {

  @Override
  public Replicated<EnableWinsFlag, Boolean> type() {
    return new EnableWinsFlags();
  }
}
