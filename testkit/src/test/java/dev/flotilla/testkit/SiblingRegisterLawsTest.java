package dev.flotilla.testkit;

import dev.flotilla.crdt.types.SiblingRegister;

class SiblingRegisterLawsTest implements JoinLaws<SiblingRegister<String>, SiblingRegisters.Write> {

  @Override
  public Replicated<SiblingRegister<String>, SiblingRegisters.Write> type() {
    return new SiblingRegisters();
  }
}
