package dev.flotilla.model;

/// An upper bound of what edits take in a change, to split long lists of edits before planning
/// them.
///
/// @param operations the number of operations
/// @param bytes their encoded size
public record PlanSize(int operations, int bytes) {
  /// The size of no edit.
  public static final PlanSize NONE = new PlanSize(0, 0);

  /// The size of both together.
  public PlanSize plus(PlanSize other) {
    return new PlanSize(
        Math.addExact(operations, other.operations), Math.addExact(bytes, other.bytes));
  }

  /// Whether a change can hold this much.
  public boolean fits() {
    return operations <= ModelLimits.OPERATIONS_MAX && bytes <= ModelLimits.OPERATIONS_BYTES_MAX;
  }
}
