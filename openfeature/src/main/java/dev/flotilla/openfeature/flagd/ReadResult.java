package dev.flotilla.openfeature.flagd;

import java.util.List;

/// What came of reading a flagd document.
public sealed interface ReadResult {
  /// The document can be imported; the warnings tell what was left out or will not work.
  record Read(FlagdDocument document, List<Finding> warnings) implements ReadResult {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /// The document cannot be imported as it is. All findings of the whole text, warnings included,
  /// in the order of the text; at least one is an error.
  record Refused(List<Finding> findings) implements ReadResult {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
