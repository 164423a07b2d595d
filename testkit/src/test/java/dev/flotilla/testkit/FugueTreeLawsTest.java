package dev.flotilla.testkit;

import dev.flotilla.crdt.sequence.FugueTree;
import dev.flotilla.crdt.sequence.Origin;

class FugueTreeLawsTest implements JoinLaws<FugueTree, Origin> {

  @Override
  public Replicated<FugueTree, Origin> type() {
    return new FugueTrees();
  }
}
