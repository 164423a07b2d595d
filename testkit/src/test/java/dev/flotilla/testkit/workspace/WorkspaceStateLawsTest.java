package dev.flotilla.testkit.workspace;

import dev.flotilla.model.Operation;
import dev.flotilla.model.WorkspaceState;
import dev.flotilla.testkit.JoinLaws;
import dev.flotilla.testkit.Replicated;

class WorkspaceStateLawsTest implements JoinLaws<WorkspaceState, Operation> {

  @Override
  public Replicated<WorkspaceState, Operation> type() {
    return new WorkspaceStates();
  }
}
