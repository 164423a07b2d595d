package dev.flotilla.net.change;

import dev.flotilla.model.DeviceKey;

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

  /// It may be taken, but its author said something else in its place: its database was copied or
  /// rolled back, or its key is misused. What it said else has to get another name first; judged
  /// again, the change is applicable.
  ///
  /// @param at the first change of which there are two
  record Fork(ChangeRef at, Split split) implements Verdict {}

  /// It begins one more branch of an author who has too many already, and nobody else tells of it.
  record TooManyBranches(ChangeRef at) implements Verdict {}

  /// It begins one more replica or branch of a device that has too many already. The rules do not
  /// say so: which ones came first differs between machines.
  record TooManyReplicas(DeviceKey device) implements Verdict {}

  /// No replica may accept it.
  record Invalid(String reason) implements Verdict {}
}
