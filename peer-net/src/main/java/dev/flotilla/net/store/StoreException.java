package dev.flotilla.net.store;

/// The disk or the file did not do what was asked. The message is one sentence for people that says
/// what to do.
public final class StoreException extends Exception {
  /// What kind of failure it is; programs decide by this, people read the message.
  public enum Kind {
    /// The file is broken. It was kept aside under another name.
    DAMAGED,
    /// A newer program wrote the file. Nothing was changed.
    NEWER_SCHEMA,
    /// The file is a database of some other program. Nothing was changed.
    FOREIGN,
    /// The file was made, but the workspace in it was never founded nor joined.
    UNFINISHED,
    /// No permission, or no such folder.
    UNWRITABLE,
    /// No space is left. The transaction was rolled back.
    DISK_FULL,
    /// Anything else that the database reported.
    FAILED
  }

  private final Kind kind;

  /// What went wrong.
  ///
  /// @param message one sentence for people
  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /// What went wrong, and what that came from.
  ///
  /// @param message one sentence for people
  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
