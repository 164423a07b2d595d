package dev.flotilla.simulation;

/// An invariant is broken.
public final class Violation extends AssertionError {
  private static final long serialVersionUID = 1;

  /// @param sentence which one, and how
  public Violation(String sentence) {
    super(sentence);
  }
}
