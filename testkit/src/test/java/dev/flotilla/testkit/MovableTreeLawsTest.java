package dev.flotilla.testkit;

import dev.flotilla.crdt.tree.MovableTree;

class MovableTreeLawsTest implements JoinLaws<MovableTree<String>, MovableTrees.Put> {

  @Override
  public Replicated<MovableTree<String>, MovableTrees.Put> type() {
    return new MovableTrees();
  }
}
