package dev.flotilla.app.desktop.filter;

import java.util.List;

/// Why a part of a query could not be understood; that part narrows nothing.
///
/// @param from where the part starts
/// @param to behind its end
/// @param text the key of the sentence
public record Problem(int from, int to, String text, List<String> arguments) {
  public Problem {
    arguments = List.copyOf(arguments);
  }
}
