package dev.flotilla.testkit;

import dev.flotilla.crdt.sequence.FugueList;

class FugueListLawsTest implements JoinLaws<FugueList<String>, FugueLists.Edit> {

  @Override
  public Replicated<FugueList<String>, FugueLists.Edit> type() {
    return new FugueLists();
  }
}
