package dev.flotilla.simulation.disk;

/// The machine went down in the middle of a write. Nothing that happens to its engine afterwards
/// counts.
public final class DeadDiskException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeadDiskException() {
    super("the machine went down");
  }
}
