package dev.flotilla.testkit;

import dev.flotilla.crdt.graph.AddWinsGraph;

class AddWinsGraphLawsTest implements JoinLaws<AddWinsGraph<String>, AddWinsGraphs.Edit> {

  @Override
  public Replicated<AddWinsGraph<String>, AddWinsGraphs.Edit> type() {
    return new AddWinsGraphs();
  }
}
