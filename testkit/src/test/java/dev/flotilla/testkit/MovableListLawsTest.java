package dev.flotilla.testkit;

import dev.flotilla.crdt.sequence.MovableList;

class MovableListLawsTest implements JoinLaws<MovableList<String>, MovableLists.Edit> {

  @Override
  public Replicated<MovableList<String>, MovableLists.Edit> type() {
    return new MovableLists();
  }
}
