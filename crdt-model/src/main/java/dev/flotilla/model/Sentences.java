package dev.flotilla.model;

import static java.util.stream.Collectors.joining;

import dev.flotilla.model.Refusal.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The refusals that several checks share. Each says what is wrong and names the choices there are.
final class Sentences {
  private static final int LISTED_MAX = 12;
  private static final int QUOTED_LENGTH_MAX = 80;

  private Sentences() {}

  static Refusal unknown(Workspace now, EntityId id) {
    return switch (id.kind()) {
      case EntityId.FLAG ->
          new Refusal(
              Reason.UNKNOWN_FLAG,
              "There is no flag %s.%s"
                  .formatted(
                      quoted(id.key()), choices("Flags", id.key(), keys(now, EntityId.FLAG))));
      case EntityId.TAG_SET ->
          new Refusal(
              Reason.UNKNOWN_TAG_SET,
              "There is no tag set %s.%s"
                  .formatted(
                      quoted(id.key()),
                      choices("Tag sets", id.key(), keys(now, EntityId.TAG_SET))));
      case EntityId.FOLDER ->
          new Refusal(
              Reason.UNKNOWN_FOLDER,
              "There is no folder %s.%s"
                  .formatted(
                      quoted(id.key()), choices("Folders", id.key(), keys(now, EntityId.FOLDER))));
      case EntityId.COUNTER ->
          new Refusal(
              Reason.UNKNOWN_COUNTER,
              "There is no counter %s.%s"
                  .formatted(
                      quoted(id.key()),
                      choices("Counters", id.key(), keys(now, EntityId.COUNTER))));
      case EntityId.ENVIRONMENT -> unknownEnvironment(now, id.key());
      default ->
          new Refusal(
              Reason.UNKNOWN_ENTITY,
              "This version of Flotilla cannot change a %s.".formatted(quoted(id.kind())));
    };
  }

  /// Only a newer program may edit the entity, or anything in the workspace.
  static Refusal needsUpdate(EntityId id) {
    return new Refusal(
        Reason.NEEDS_UPDATE,
        "%s was edited with a newer version of Flotilla in a way that this version does not understand. Nothing is lost; update Flotilla to edit %s."
            .formatted(
                id.equals(EntityId.workspace())
                    ? "This workspace"
                    : capitalised(noun(id.kind())) + " " + quoted(id.key()),
                id.equals(EntityId.workspace()) ? "anything in it" : "it"));
  }

  private static String capitalised(String noun) {
    return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
  }

  static Refusal unknownEnvironment(Workspace now, String name) {
    var names = now.environments().stream().map(Environment::name).toList();
    return new Refusal(
        Reason.UNKNOWN_ENVIRONMENT,
        "There is no environment %s.%s"
            .formatted(quoted(name), choices("Environments", name, names)));
  }

  static Refusal unknownVariant(Flag flag, String variant) {
    return new Refusal(
        Reason.UNKNOWN_VARIANT,
        "Flag %s has no variant %s.%s"
            .formatted(
                quoted(flag.key()),
                quoted(variant),
                choices("Variants", variant, flag.variants().keySet())));
  }

  /// @param rules those that there are, or those that `text` may mean
  static Refusal unknownRule(RuleList list, String text, Collection<String> rules) {
    boolean ambiguous = rules.stream().anyMatch(rule -> RuleRef.names(text, rule));
    return new Refusal(
        Reason.UNKNOWN_RULE,
        "Flag %s has %s %s in %s.%s"
            .formatted(
                quoted(list.flag().key()),
                ambiguous ? "several rules" : "no rule",
                quoted(text),
                list.environment(),
                choices("Rules", text, rules)));
  }

  static Refusal exists(EntityId id) {
    return new Refusal(
        Reason.EXISTS,
        "There is %s %s already. Change that one, or choose another %s."
            .formatted(
                id.kind().equals(EntityId.ENVIRONMENT) ? "an environment" : "a " + noun(id.kind()),
                quoted(id.key()),
                id.kind().equals(EntityId.ENVIRONMENT) ? "name" : "key"));
  }

  /// ` Flags here: a, b.`, or what looks like the wanted one where there are many.
  static String choices(String what, String wanted, Collection<String> names) {
    if (names.isEmpty()) {
      return " There are none yet.";
    }
    if (names.size() <= LISTED_MAX) {
      return " " + what + " here: " + listed(names) + ".";
    }
    return closest(wanted, names).map(name -> " Did you mean " + quoted(name) + "?").orElse("");
  }

  static String listed(Collection<String> names) {
    return names.stream().map(Sentences::shortened).collect(joining(", "));
  }

  static String quoted(String text) {
    return '"' + shortened(text) + '"';
  }

  static String noun(String kind) {
    return switch (kind) {
      case EntityId.FLAG -> "flag";
      case EntityId.TAG_SET -> "tag set";
      case EntityId.ENVIRONMENT -> "environment";
      case EntityId.FOLDER -> "folder";
      case EntityId.COUNTER -> "counter";
      default -> kind;
    };
  }

  /// A slot in a sentence: `description of flag "checkout"`.
  static String place(Slot slot) {
    var owner = noun(slot.entity().kind()) + " " + quoted(slot.entity().key());
    return switch (slot) {
      case Slot.Presence _ -> owner;
      case Slot.Field(_, var name) -> FieldPath.parse(name).words() + " of " + owner;
      case Slot.Element(_, var set, var id) when RuleRef.environmentOf(set).isPresent() ->
          "rule " + id + " of " + owner;
      case Slot.Element(_, var set, var other) when set.equals(FieldNames.REQUIRES) ->
          "prerequisite " + other + " of " + owner;
      case Slot.Element(_, var set, _) -> set + " of " + owner;
    };
  }

  private static String shortened(String text) {
    return text.length() <= QUOTED_LENGTH_MAX ? text : text.substring(0, QUOTED_LENGTH_MAX) + "…";
  }

  private static Collection<String> keys(Workspace now, String kind) {
    return now.entities(kind).stream().map(EntityId::key).toList();
  }

  private static Optional<String> closest(String wanted, Collection<String> names) {
    int tolerated = 1 + wanted.length() / 4;
    return names.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= tolerated)
        .filter(name -> distance(wanted, name) <= tolerated)
        .min(Comparator.comparingInt(name -> distance(wanted, name)));
  }

  /// Insertions, removals and replacements between two texts (Wagner, Fischer 1974).
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
