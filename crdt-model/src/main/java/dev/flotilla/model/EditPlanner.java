package dev.flotilla.model;

import java.util.List;

/// Turns what somebody wants to be changed into the operations of one change.
public final class EditPlanner {
  private EditPlanner() {}

  /// The operations that do `edits` in `now`, or why they cannot be done. Later edits see the
  /// earlier ones. All or nothing.
  public static Plan plan(Workspace now, List<Edit> edits, NextDots next) {
    return new Plan.Accepted(List.of());
  }

  /// At most this is what `edit` takes in a change, whoever makes it.
  public static PlanSize sizeAtMost(Workspace now, Edit edit) {
    return PlanSize.NONE;
  }
}
