package dev.flotilla.testkit;

import dev.flotilla.crdt.VersionVector;

class VersionVectorLawsTest implements JoinLaws<VersionVector, String> {

  @Override
  public Replicated<VersionVector, String> type() {
    return new VersionVectors();
  }
}
