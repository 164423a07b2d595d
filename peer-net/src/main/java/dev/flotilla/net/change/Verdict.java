package dev.flotilla.net.change;

/// What the rules say about a change, given the log so far. It depends on the change and on the set
/// of changes it refers to, never on a clock or on the order of arrival.
public sealed interface Verdict {
  /// It is the next one of its author.
  ///
  /// @param after the author's chain with it
  record Applicable(AuthorHead after) implements Verdict {}

  /// Something that it depends on is not here yet.
  record Early() implements Verdict {}

  /// It is in the log already.
  record Known() implements Verdict {}

  /// Its author said something else with the same number: proof that the author's database was
  /// copied or rolled back, or that its key is misused.
  record Fork(ChangeRef at) implements Verdict {}

  /// It builds on a branch of some fork that is not the one here.
  record Estranged(String reason) implements Verdict {}

  /// No replica may accept it.
  record Invalid(String reason) implements Verdict {}
}
