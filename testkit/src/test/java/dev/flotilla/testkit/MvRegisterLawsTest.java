package dev.flotilla.testkit;

import dev.flotilla.crdt.types.MvRegister;

class MvRegisterLawsTest implements JoinLaws<MvRegister<String>, String> {

  @Override
  public Replicated<MvRegister<String>, String> type() {
    return new MvRegisters();
  }
}
