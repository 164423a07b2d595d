package dev.flotilla.testkit;

import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.DotMap;
import dev.flotilla.crdt.types.OrMap;
import dev.flotilla.crdt.types.Stamped;

class OrMapLawsTest
    implements JoinLaws<OrMap<String, DotMap<String, DotFun<Stamped<String>>>>, OrMaps.Edit> {

  @Override
  public Replicated<OrMap<String, DotMap<String, DotFun<Stamped<String>>>>, OrMaps.Edit> type() {
    return new OrMaps();
  }
}
