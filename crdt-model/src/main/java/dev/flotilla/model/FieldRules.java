package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.model.Refusal.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which fields and sets there are, and what can be in them.
final class FieldRules {
  private static final String FLAG_FIELDS =
      "type, description, owner, kind, archived, folder, schema, variant/<name>,"
          + " env/<environment>/state,"
          + " env/<environment>/default, env/<environment>/targeting,"
          + " env/<environment>/rule/<id>/condition, env/<environment>/rule/<id>/outcome,"
          + " metadata/<key>";
  private static final String FOLDER_FIELDS = "name, description";
  private static final String TAG_SET_FIELDS = "description, colour";
  private static final String COUNTER_FIELDS = "description";
  private static final String ENVIRONMENT_FIELDS =
      "order, protected, evaluator/<name>, metadata/<key>";
  private static final String WORKSPACE_FIELDS = "name";

  private FieldRules() {}

  /// Why `value` cannot be written to the field, if it cannot. Whether the parts of a flag fit
  /// together is another question, see [FlagChecks].
  static Optional<Refusal> check(Draft draft, Slot.Field slot, Value value) {
    var path = FieldPath.parse(slot.name());
    return switch (slot.entity().kind()) {
      case EntityId.FLAG -> checkFlag(draft, slot, path, value);
      case EntityId.TAG_SET ->
          switch (slot.name()) {
            case FieldNames.DESCRIPTION, FieldNames.COLOUR -> text(path, value);
            default -> Optional.of(unknownField("A tag set", slot, TAG_SET_FIELDS));
          };
      case EntityId.FOLDER ->
          switch (slot.name()) {
            case FieldNames.NAME -> folderName(path, value);
            case FieldNames.DESCRIPTION -> text(path, value);
            case FieldNames.PARENT ->
                Optional.of(
                    new Refusal(
                        Reason.INVALID_VALUE,
                        "The parent of a folder has no value of its own. Move the folder instead."));
            default -> Optional.of(unknownField("A folder", slot, FOLDER_FIELDS));
          };
      case EntityId.COUNTER -> checkCounter(slot, path, value);
      case EntityId.ENVIRONMENT -> checkEnvironment(slot, path, value);
      case EntityId.WORKSPACE ->
          slot.name().equals(FieldNames.NAME)
              ? name(value)
              : Optional.of(unknownField("A workspace", slot, WORKSPACE_FIELDS));
      default -> Optional.of(Sentences.unknown(draft.now(), slot.entity()));
    };
  }

  private static Optional<Refusal> checkFlag(
      Draft draft, Slot.Field slot, FieldPath path, Value value) {
    return switch (path) {
      case FieldPath.Variant(var variant) ->
          // Whether the value is of the flag's type is known when all edits of the list are.
          Keys.check("The name of a variant", variant);
      case FieldPath.Metadata(var key) -> metadata(path, key, value);
      case FieldPath.State(var environment) ->
          environment(draft, environment, value).or(() -> bool(path, value));
      case FieldPath.Default(var environment) ->
          environment(draft, environment, value).or(() -> text(path, value));
      case FieldPath.Targeting(var environment) ->
          environment(draft, environment, value).or(() -> json(path, value));
      case FieldPath.Condition(var environment, _) ->
          environment(draft, environment, value)
              .or(() -> rule(draft, slot, path))
              .or(() -> json(path, value));
      case FieldPath.Outcome(var environment, _) ->
          environment(draft, environment, value)
              .or(() -> rule(draft, slot, path))
              .or(() -> outcome(value));
      case FieldPath.Position _ ->
          Optional.of(
              new Refusal(
                  Reason.INVALID_VALUE,
                  "The place of a rule has no value of its own. Move the rule instead."));
      case FieldPath.Plain(var name) ->
          switch (name) {
            case FieldNames.DESCRIPTION, FieldNames.OWNER -> text(path, value);
            case FieldNames.ARCHIVED -> bool(path, value);
            case FieldNames.FOLDER -> text(path, value).or(() -> folder(draft, value));
            case FieldNames.SCHEMA -> json(path, value);
            case FieldNames.TYPE -> type(value);
            case FieldNames.KIND -> kind(value);
            default -> Optional.of(unknownField("A flag", slot, FLAG_FIELDS));
          };
      case FieldPath.Evaluator _, FieldPath.Counted _ ->
          Optional.of(unknownField("A flag", slot, FLAG_FIELDS));
    };
  }

  private static Optional<Refusal> checkEnvironment(Slot.Field slot, FieldPath path, Value value) {
    return switch (path) {
      case FieldPath.Metadata(var key) -> metadata(path, key, value);
      case FieldPath.Evaluator(var name) ->
          Keys.check("The name of an evaluator", name).or(() -> json(path, value));
      case FieldPath.Plain(var name) ->
          switch (name) {
            case FieldNames.ORDER -> order(path, value);
            case FieldNames.PROTECTED -> bool(path, value);
            default -> Optional.of(unknownField("An environment", slot, ENVIRONMENT_FIELDS));
          };
      case FieldPath.Variant _,
          FieldPath.State _,
          FieldPath.Default _,
          FieldPath.Targeting _,
          FieldPath.Condition _,
          FieldPath.Outcome _,
          FieldPath.Counted _,
          FieldPath.Position _ ->
          Optional.of(unknownField("An environment", slot, ENVIRONMENT_FIELDS));
    };
  }

  private static Optional<Refusal> checkCounter(Slot.Field slot, FieldPath path, Value value) {
    if (path instanceof FieldPath.Counted) {
      return Optional.of(
          new Refusal(
              Reason.INVALID_VALUE,
              "What a replica has counted is not set by anybody. Add to the counter instead."));
    }
    return slot.name().equals(FieldNames.DESCRIPTION)
        ? text(path, value)
        : Optional.of(unknownField("A counter", slot, COUNTER_FIELDS));
  }

  /// Whether the entity has a set of this name.
  static Optional<Refusal> checkSet(EntityId id, String set) {
    var sets =
        switch (id.kind()) {
          case EntityId.FLAG -> List.of(FieldNames.TAGS, FieldNames.LINKS);
          case EntityId.TAG_SET -> List.of(FieldNames.MEMBERS);
          default -> List.<String>of();
        };
    return sets.contains(set)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.UNKNOWN_FIELD,
                "The %s %s has no set %s.%s"
                    .formatted(
                        Sentences.noun(id.kind()),
                        quoted(id.key()),
                        quoted(set),
                        Sentences.choices("Sets", set, sets))));
  }

  static Optional<Refusal> checkContains(Draft draft, Slot.Element slot) {
    if (Contents.isThere(draft.siblings(slot))) {
      return Optional.empty();
    }
    var elements = new ArrayList<String>();
    for (var other : draft.slots(slot.entity())) {
      if (other instanceof Slot.Element(_, var set, var element)
          && set.equals(slot.set())
          && Contents.isThere(draft.siblings(other))) {
        elements.add(element);
      }
    }
    var what = elementNoun(slot.set(), "no", "no");
    return Optional.of(
        new Refusal(
            Reason.UNKNOWN_ELEMENT,
            "The %s %s has %s %s.%s"
                .formatted(
                    Sentences.noun(slot.entity().kind()),
                    quoted(slot.entity().key()),
                    what,
                    quoted(slot.element()),
                    Sentences.choices(plural(slot.set()), slot.element(), elements))));
  }

  /// An element of a set in a sentence: `A tag`, `no member`.
  static String elementNoun(String set, String article, String articleBeforeVowel) {
    return switch (set) {
      case FieldNames.TAGS -> article + " tag";
      case FieldNames.LINKS -> article + " link";
      case FieldNames.MEMBERS -> article + " member";
      default -> articleBeforeVowel + " element";
    };
  }

  private static String plural(String set) {
    return switch (set) {
      case FieldNames.TAGS -> "Tags";
      case FieldNames.LINKS -> "Links";
      case FieldNames.MEMBERS -> "Members";
      default -> "Elements";
    };
  }

  private static Optional<Refusal> environment(Draft draft, String name, Value value) {
    // What a deleted environment left behind may be cleared.
    return !value.isPresent() || draft.exists(EntityId.environment(name))
        ? Optional.empty()
        : Optional.of(Sentences.unknownEnvironment(draft.now(), name));
  }

  private static Optional<Refusal> folder(Draft draft, Value value) {
    return value instanceof Value.Text(var key) && !draft.exists(EntityId.folder(key))
        ? Optional.of(Sentences.unknown(draft.now(), EntityId.folder(key)))
        : Optional.empty();
  }

  private static Optional<Refusal> rule(Draft draft, Slot.Field slot, FieldPath path) {
    var rule = RuleRef.of(path).orElseThrow();
    var flag = slot.entity();
    if (Contents.isThere(draft.siblings(rule.presence(flag)))) {
      return Optional.empty();
    }
    var known =
        RuleReading.read(draft.now().entity(flag), rule.environment()).stream()
            .map(placed -> placed.rule().id())
            .toList();
    return Optional.of(
        Sentences.unknownRule(new RuleList(flag, rule.environment()), rule.id(), known));
  }

  /// Whether the flag has the variant is known when all edits of the list are.
  static Optional<Refusal> outcome(Value value) {
    return value instanceof Value.Text || value instanceof Value.Json
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.WRONG_TYPE,
                "The outcome of a rule must be the name of a variant or a JSON value, not %s."
                    .formatted(value.noun())));
  }

  /// It stands in the path of each folder below.
  private static Optional<Refusal> folderName(FieldPath path, Value value) {
    return value instanceof Value.Text(var name)
        ? WellFormed.problem(name, ModelLimits.KEY_BYTES_MAX)
            .map(problem ->
                new Refusal(Reason.TOO_LARGE, "The name of a folder %s.".formatted(problem)))
        : text(path, value);
  }

  private static Optional<Refusal> text(FieldPath path, Value value) {
    return value instanceof Value.Text || !value.isPresent()
        ? Optional.empty()
        : wrongType(path, "a text", value);
  }

  private static Optional<Refusal> bool(FieldPath path, Value value) {
    return value instanceof Value.Bool || !value.isPresent()
        ? Optional.empty()
        : wrongType(path, "true or false", value);
  }

  private static Optional<Refusal> json(FieldPath path, Value value) {
    return value instanceof Value.Json || !value.isPresent()
        ? Optional.empty()
        : wrongType(path, "a JSON value", value);
  }

  private static Optional<Refusal> order(FieldPath path, Value value) {
    boolean whole =
        value instanceof Value.Number(BigDecimal number)
            && number.scale() <= 0
            && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    return whole || !value.isPresent()
        ? Optional.empty()
        : wrongType(path, "a whole number", value);
  }

  private static Optional<Refusal> metadata(FieldPath path, String key, Value value) {
    return Keys.check("A metadata key", key)
        .or(() ->
            value instanceof Value.Json
                ? wrongType(path, "a text, a number, or true or false", value)
                : Optional.empty());
  }

  private static Optional<Refusal> name(Value value) {
    return value instanceof Value.Text(var name)
        ? Keys.check("The name of a workspace", name)
        : wrongType(new FieldPath.Plain(FieldNames.NAME), "a text", value);
  }

  private static Optional<Refusal> type(Value value) {
    var types = Arrays.stream(FlagType.values()).map(FlagType::id).toList();
    return value instanceof Value.Text(var id) && types.contains(id)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.INVALID_VALUE,
                "The type of a flag is one of " + Sentences.listed(types) + "."));
  }

  private static Optional<Refusal> kind(Value value) {
    var kinds = Arrays.stream(FlagKind.values()).map(FlagKind::id).toList();
    boolean known = value instanceof Value.Text(var id) && kinds.contains(id);
    return known || !value.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.INVALID_VALUE,
                "The kind of a flag is one of " + Sentences.listed(kinds) + ", or not set."));
  }

  private static Optional<Refusal> wrongType(FieldPath path, String wanted, Value value) {
    // A number where another number is wanted says more than its type.
    var given = value instanceof Value.Number ? value.display() : value.noun();
    return Optional.of(
        new Refusal(
            Reason.WRONG_TYPE,
            "The %s must be %s, not %s.".formatted(path.words(), wanted, given)));
  }

  private static Refusal unknownField(String whose, Slot.Field slot, String fields) {
    return new Refusal(
        Reason.UNKNOWN_FIELD,
        "%s has no field %s. Fields: %s.".formatted(whose, quoted(slot.name()), fields));
  }
}
