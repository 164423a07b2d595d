package dev.flotilla.model;

import java.util.List;

/// What becomes of edits.
public sealed interface Plan {
  /// They can be done, by these operations in one change.
  record Accepted(List<Operation> operations) implements Plan {
    public Accepted {
      operations = List.copyOf(operations);
    }
  }

  /// They cannot be done.
  record Refused(Refusal refusal) implements Plan {}
}
