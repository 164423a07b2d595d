package dev.flotilla.app.desktop.causality.words;

import dev.flotilla.crdt.CausalOrder;
import java.util.List;

/// How two events stand to each other.
///
/// @param order of the first to the second
/// @param title the one sentence that matters
/// @param sentences why that is so, and what it means
public record Relation(CausalOrder order, String title, List<String> sentences) {
  public Relation {
    sentences = List.copyOf(sentences);
  }

  /// All of it as one text.
  public String spoken() {
    return title + " " + String.join(" ", sentences);
  }
}
