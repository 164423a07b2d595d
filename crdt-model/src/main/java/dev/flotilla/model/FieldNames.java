package dev.flotilla.model;

import dev.flotilla.crdt.ReplicaId;
import java.util.Optional;

/// The names of fields and sets, and how names with a part in them are built.
public final class FieldNames {
  // flag
  public static final String TYPE = "type";
  public static final String DESCRIPTION = "description";
  public static final String OWNER = "owner";
  public static final String KIND = "kind";
  public static final String ARCHIVED = "archived";
  public static final String TAGS = "tags";
  public static final String LINKS = "links";

  /// Flags that must serve a certain variant for this one to be served: elements with a value.
  public static final String REQUIRES = "requires";

  // tag set, which has a description as well
  public static final String COLOUR = "colour";
  public static final String MEMBERS = "members";

  // environment
  public static final String ORDER = "order";
  public static final String PROTECTED = "protected";

  // flag: the key of the folder it is in
  public static final String FOLDER = "folder";

  /// The JSON Schema that the values of an object flag should follow. Whether they do is nobody's
  /// condition for an edit: values and schema may come from different machines.
  public static final String SCHEMA = "schema";

  // folder, which has a name and a description as well
  public static final String PARENT = "parent";

  // counter, which has a description as well: what one replica has counted, which no other writes
  static final String COUNTED_PREFIX = "by/";

  // workspace
  public static final String NAME = "name";

  static final String VARIANT_PREFIX = "variant/";
  static final String METADATA_PREFIX = "metadata/";
  static final String EVALUATOR_PREFIX = "evaluator/";
  static final String ENVIRONMENT_PREFIX = "env/";
  static final String STATE_SUFFIX = "/state";
  static final String DEFAULT_SUFFIX = "/default";
  static final String TARGETING_SUFFIX = "/targeting";

  static final String RULE_INFIX = "/rule/";
  static final String RULES_SUFFIX = "/rules";
  static final String CONDITION_SUFFIX = "/condition";
  static final String OUTCOME_SUFFIX = "/outcome";
  static final String POSITION_SUFFIX = "/position";

  private FieldNames() {}

  /// What a replica has counted of a counter. Written by that replica alone.
  public static String counted(ReplicaId replica) {
    return COUNTED_PREFIX + replica;
  }

  /// The value of a variant of a flag.
  public static String variant(String name) {
    return VARIANT_PREFIX + name;
  }

  /// An entry of the metadata of a flag or an environment.
  public static String metadata(String key) {
    return METADATA_PREFIX + key;
  }

  /// A shared targeting rule (`$evaluators`) of an environment.
  public static String evaluator(String name) {
    return EVALUATOR_PREFIX + name;
  }

  /// Whether a flag is enabled in an environment.
  public static String state(String environment) {
    return ENVIRONMENT_PREFIX + environment + STATE_SUFFIX;
  }

  /// The default variant of a flag in an environment.
  public static String defaultVariant(String environment) {
    return ENVIRONMENT_PREFIX + environment + DEFAULT_SUFFIX;
  }

  /// The set of the ids of the rules of a flag in an environment.
  public static String rules(String environment) {
    return ENVIRONMENT_PREFIX + environment + RULES_SUFFIX;
  }

  /// The environment whose rules are in a set, if that is what it holds.
  public static Optional<String> environmentOfRules(String set) {
    return RuleRef.environmentOf(set);
  }

  /// When a rule of a flag applies: JSONLogic; not set means always.
  public static String condition(String environment, String rule) {
    return ENVIRONMENT_PREFIX + environment + RULE_INFIX + rule + CONDITION_SUFFIX;
  }

  /// What a rule of a flag leads to: the name of a variant, or JSONLogic that gives one.
  public static String outcome(String environment, String rule) {
    return ENVIRONMENT_PREFIX + environment + RULE_INFIX + rule + OUTCOME_SUFFIX;
  }

  /// Where a rule of a flag stands among the others.
  public static String position(String environment, String rule) {
    return ENVIRONMENT_PREFIX + environment + RULE_INFIX + rule + POSITION_SUFFIX;
  }

  /// What applies where no rule does, as JSONLogic. Of a flag in an environment.
  public static String targeting(String environment) {
    return ENVIRONMENT_PREFIX + environment + TARGETING_SUFFIX;
  }
}
