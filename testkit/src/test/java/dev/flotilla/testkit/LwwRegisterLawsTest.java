package dev.flotilla.testkit;

import dev.flotilla.crdt.types.LwwRegister;

class LwwRegisterLawsTest implements JoinLaws<LwwRegister<String>, String> {

  @Override
  public Replicated<LwwRegister<String>, String> type() {
    return new LwwRegisters();
  }
}
