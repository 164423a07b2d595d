package dev.flotilla.openfeature.json.patch;

import java.util.List;

/// Where a value stands in a text.
///
/// @param start of its first character
/// @param end after its last character
/// @param entries members or elements; empty for everything else
record Span(int start, int end, List<Entry> entries) {
  Span {
    entries = List.copyOf(entries);
  }

  /// A member with its name, or an element, of which `start` is where its value starts.
  ///
  /// @param start of the name or of the element
  record Entry(int start, Span value) {}
}
