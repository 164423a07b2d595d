package dev.flotilla.app.desktop.filter;

import dev.flotilla.model.Flag;

/// A flag as a filter sees it.
public interface Subject {
  Flag flag();

  /// Key, description, owner and tags in lower case, each on a line of its own. Kept, not made for
  /// each question: a keystroke asks all flags.
  String haystack();

  /// Whether it is older than flags of its kind usually get.
  boolean isStale();
}
