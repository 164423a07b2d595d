package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import java.util.Optional;

/// Names a rule among all rules of a flag.
///
/// The id is the counter of the operation that made the rule and the short name of its replica:
/// `57-3f9a1c22`. People type the counter, which two rules of one list seldom share.
record RuleRef(String environment, String id) {
  /// Between the counter and the replica.
  static final char SEPARATOR = '-';

  static String newId(Dot dot) {
    return dot.counter() + (SEPARATOR + dot.replica().shortName());
  }

  /// The id for a rule whose short one is taken.
  static String longId(Dot dot) {
    return dot.counter() + (SEPARATOR + dot.replica().toString());
  }

  /// The rule that a slot belongs to, if it belongs to one.
  static Optional<RuleRef> of(Slot slot) {
    return switch (slot) {
      case Slot.Presence _ -> Optional.empty();
      case Slot.Element(_, var set, var id) ->
          environmentOf(set).map(environment -> new RuleRef(environment, id));
      case Slot.Field(_, var name) -> of(FieldPath.parse(name));
    };
  }

  static Optional<RuleRef> of(FieldPath path) {
    return switch (path) {
      case FieldPath.Condition(var environment, var id) ->
          Optional.of(new RuleRef(environment, id));
      case FieldPath.Outcome(var environment, var id) -> Optional.of(new RuleRef(environment, id));
      case FieldPath.Position(var environment, var id) -> Optional.of(new RuleRef(environment, id));
      case FieldPath.Plain _,
          FieldPath.Variant _,
          FieldPath.Metadata _,
          FieldPath.Evaluator _,
          FieldPath.Counted _,
          FieldPath.State _,
          FieldPath.Default _,
          FieldPath.Targeting _ ->
          Optional.empty();
    };
  }

  /// The environment whose rules are in the set, if that is what it holds.
  static Optional<String> environmentOf(String set) {
    boolean rules =
        set.startsWith(FieldNames.ENVIRONMENT_PREFIX)
            && set.endsWith(FieldNames.RULES_SUFFIX)
            && set.length()
                > FieldNames.ENVIRONMENT_PREFIX.length() + FieldNames.RULES_SUFFIX.length();
    return rules
        ? Optional.of(
            set.substring(
                FieldNames.ENVIRONMENT_PREFIX.length(),
                set.length() - FieldNames.RULES_SUFFIX.length()))
        : Optional.empty();
  }

  /// Where it is said that the rule is there.
  Slot.Element presence(EntityId flag) {
    return new Slot.Element(flag, FieldNames.rules(environment), id);
  }

  Slot.Field condition(EntityId flag) {
    return new Slot.Field(flag, FieldNames.condition(environment, id));
  }

  Slot.Field outcome(EntityId flag) {
    return new Slot.Field(flag, FieldNames.outcome(environment, id));
  }

  Slot.Field position(EntityId flag) {
    return new Slot.Field(flag, FieldNames.position(environment, id));
  }

  /// Whether `text` names the rule with this id: all of it, or a start of it that has the whole
  /// counter.
  static boolean names(String text, String id) {
    return id.startsWith(text)
        && (text.length() == id.length()
            || text.indexOf(SEPARATOR) >= 0
            || (!text.isEmpty() && id.charAt(text.length()) == SEPARATOR));
  }
}
