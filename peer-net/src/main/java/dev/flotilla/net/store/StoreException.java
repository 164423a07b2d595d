package dev.flotilla.net.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  // Exceptions can be written to streams, paths cannot.
  private final transient @Nullable Path aside;

  /// What went wrong.
  ///
  /// @param message one sentence for people
  public StoreException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.aside = null;
  }

  /// What went wrong, and what that came from.
  ///
  /// @param message one sentence for people
  public StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.aside = null;
  }

  /// The same, of a file that was kept aside.
  StoreException(String message, Path aside) {
    super(message);
    this.kind = Kind.DAMAGED;
    this.aside = aside;
  }

  public Kind kind() {
    return kind;
  }

  /// Where the damaged file is now.
  public Optional<Path> aside() {
    return Optional.ofNullable(aside);
  }
}
