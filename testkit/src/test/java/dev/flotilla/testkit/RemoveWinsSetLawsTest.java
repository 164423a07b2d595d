package dev.flotilla.testkit;

import dev.flotilla.crdt.types.RemoveWinsSet;

class RemoveWinsSetLawsTest implements JoinLaws<RemoveWinsSet<String>, RemoveWinsSets.Mark> {

  @Override
  public Replicated<RemoveWinsSet<String>, RemoveWinsSets.Mark> type() {
    return new RemoveWinsSets();
  }
}
