package dev.flotilla.app.desktop.tagsets;

import java.util.List;

/// What was found in a text or a file that somebody wants to add.
///
/// @param fresh what is not in the set yet, in the order of the text
/// @param present how many are in it already
/// @param repeated how often something was named again
/// @param unfit how many can be no tag
/// @param examples the first of those, each with its line
record Gathered(List<String> fresh, int present, int repeated, int unfit, List<Unfit> examples) {
  static final Gathered NOTHING = new Gathered(List.of(), 0, 0, 0, List.of());

  /// What can be no tag.
  ///
  /// @param line counted from 1
  /// @param why a sentence
  record Unfit(int line, String why) {}
}
