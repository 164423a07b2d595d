package dev.flotilla.testkit;

import dev.flotilla.crdt.types.LwwMap;

class LwwMapLawsTest implements JoinLaws<LwwMap<String, String>, LwwMaps.Edit> {

  @Override
  public Replicated<LwwMap<String, String>, LwwMaps.Edit> type() {
    return new LwwMaps();
  }
}
