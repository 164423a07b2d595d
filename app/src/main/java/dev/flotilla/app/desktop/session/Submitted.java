package dev.flotilla.app.desktop.session;

import dev.flotilla.model.Written;

/// What became of edits that were submitted together.
public sealed interface Submitted {
  /// They are one change on the disk.
  record Done(Written written) implements Submitted {}

  /// Nothing was changed.
  ///
  /// @param sentence why, for people
  record Refused(String sentence) implements Submitted {}
}
