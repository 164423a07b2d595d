package dev.flotilla.net.node;

import dev.flotilla.model.Refusal;
import dev.flotilla.model.Written;
import dev.flotilla.net.change.ChangeRef;

/// What became of edits that were submitted together: all of them, or none.
public sealed interface EditOutcome {
  /// The change is on disk. If there was nothing to record, `change` is the author's newest (0 if
  /// it has none).
  ///
  /// @param written what it wrote: enough to take it back
  record Done(ChangeRef change, Written written) implements EditOutcome {}

  /// Nothing was changed.
  record Refused(Refusal refusal) implements EditOutcome {}
}
