package dev.flotilla.app.schema;

import java.util.List;

/// What came of reading a text as a JSON Schema.
public sealed interface SchemaReading {
  /// A schema that values can be held against.
  record Usable(ValueSchema schema) implements SchemaReading {}

  /// The text is no schema.
  ///
  /// @param findings what is wrong with it; one at least
  record Broken(List<SchemaFinding> findings) implements SchemaReading {
    public Broken {
      findings = List.copyOf(findings);
    }
  }
}
