package dev.flotilla.testkit;

import dev.flotilla.crdt.types.DisableWinsFlag;

class DisableWinsFlagLawsTest implements JoinLaws<DisableWinsFlag, Boolean> {

  @Override
  public Replicated<DisableWinsFlag, Boolean> type() {
    return new DisableWinsFlags();
  }
}
