package dev.flotilla.model;

/// Where among the rules of a flag one is put. Rules are named by their ids, or by a start of an id
/// that only one has ([FlagSetting#rule]).
public sealed interface Place {
  /// Before all others.
  record First() implements Place {}

  /// After all others.
  record Last() implements Place {}

  /// Directly before another rule.
  record Before(String rule) implements Place {}

  /// Directly after another rule.
  record After(String rule) implements Place {}
}
