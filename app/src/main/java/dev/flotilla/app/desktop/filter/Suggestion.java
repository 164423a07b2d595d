package dev.flotilla.app.desktop.filter;

/// What the query could go on with.
///
/// @param label what is shown
/// @param note what it means, in words; may be empty
/// @param from where in the query it is put
/// @param to behind the end of what it replaces
/// @param insert what stands there afterwards
public record Suggestion(String label, String note, int from, int to, String insert) {
  /// The query with the suggestion in it.
  String in(String query) {
    return query.substring(0, from) + insert + query.substring(to);
  }

  /// Where the caret is then.
  int caret() {
    return from + insert.length();
  }
}
