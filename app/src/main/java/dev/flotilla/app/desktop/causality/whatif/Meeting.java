package dev.flotilla.app.desktop.causality.whatif;

import dev.flotilla.app.desktop.conflicts.ToldConflict;
import dev.flotilla.app.desktop.history.Difference.Group;
import java.util.List;

/// What would come of two states that meet, in words.
///
/// @param verdicts in one sentence each: what each gets, conflicts, applications
/// @param unknown what cannot be known, one sentence each
/// @param served what applications would get instead of what they get
record Meeting(
    List<Verdict> verdicts,
    List<String> unknown,
    List<ToldConflict> conflicts,
    List<ServedLine> served,
    Half one,
    Half other) {
  /// A sentence and whether it asks for attention.
  record Verdict(String sentence, boolean isWarning) {}

  /// @param where the machine or change at which applications would see it
  record ServedLine(String flag, String environment, String before, String after, String where) {}

  /// What one of the two would get.
  ///
  /// @param more differences that are not shown
  record Half(String title, List<Group> groups, int more) {
    Half {
      groups = List.copyOf(groups);
    }
  }

  Meeting {
    verdicts = List.copyOf(verdicts);
    unknown = List.copyOf(unknown);
    conflicts = List.copyOf(conflicts);
    served = List.copyOf(served);
  }
}
