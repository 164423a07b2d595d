package dev.flotilla.app.exchange;

import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.ExportMark;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.FlagdImport.Proposed;
import java.util.List;
import java.util.Optional;

/// A file that can be imported, whatever its format. Immutable.
public interface Incoming {
  /// What is worth knowing about the file.
  List<Finding> warnings();

  /// The environments that the file names; none if it speaks of one without saying which.
  List<String> environments();

  /// What the file says of where it was exported from.
  Optional<ExportMark> mark();

  /// Whether it holds a whole workspace, which may replace another one.
  boolean isWhole();

  /// What it would change. Cost: O(workspace + file).
  ///
  /// @param exported what was exported under an id
  Proposed propose(Workspace now, Destination to, Exported exported);

  /// The edits of what is chosen, a list for each thing, in lists that fit into one change each.
  default List<List<Edit>> batches(Workspace now, List<List<Edit>> chosen) {
    Batches batches = new Batches(now);
    chosen.forEach(batches::add);
    return batches.all();
  }

  /// Finds what was exported under an id.
  @FunctionalInterface
  interface Exported {
    /// Nothing if it was exported elsewhere, or long ago.
    Optional<String> find(String id);
  }

  /// What came of reading a file.
  sealed interface Reading {
    /// It can be imported.
    record Read(Incoming file) implements Reading {}

    /// It cannot, and why; at least one finding is an error.
    record Refused(List<Finding> findings) implements Reading {
      public Refused {
        findings = List.copyOf(findings);
      }
    }
  }
}
