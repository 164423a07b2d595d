package dev.flotilla.app.schema;

/// A place of a text that does not follow its schema.
///
/// @param line counted from 1
/// @param column counted from 1
/// @param path the way to the value, such as `weights.title`; empty for the whole text
/// @param sentence what is expected there
public record SchemaFinding(int line, int column, String path, String sentence) {
  /// Path and sentence, as shown beside the place.
  public String words() {
    return path.isEmpty() ? sentence : path + ": " + sentence;
  }
}
