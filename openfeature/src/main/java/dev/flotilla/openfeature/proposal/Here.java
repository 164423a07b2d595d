package dev.flotilla.openfeature.proposal;

import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a flag or an environment holds in the workspace, in the words of a [Statement].
///
/// @param fields by name; what is not among them is not set
/// @param rules the ids of the rules, by the field of the targeting that they are part of
record Here(
    Map<String, Value> fields, Map<String, SortedSet<String>> sets, Map<String, String> rules) {
  static Here of(Flag flag, List<String> environments) {
    var fields = new TreeMap<String, Value>();
    var rules = new HashMap<String, String>();
    fields.put(FieldNames.DESCRIPTION, Value.of(flag.description()));
    fields.put(FieldNames.OWNER, Value.of(flag.owner()));
    fields.put(FieldNames.KIND, text(flag.kind().map(FlagKind::id)));
    fields.put(FieldNames.ARCHIVED, Value.of(flag.archived()));
    fields.put(FieldNames.FOLDER, text(flag.folder()));
    flag.variants().forEach((name, value) -> fields.put(FieldNames.variant(name), value));
    flag.metadata().forEach((key, value) -> fields.put(FieldNames.metadata(key), value));
    for (var environment : environments) {
      FlagSetting setting = flag.setting(environment);
      fields.put(FieldNames.state(environment), Value.of(setting.enabled()));
      fields.put(FieldNames.defaultVariant(environment), text(setting.defaultVariant()));
      var targeting = FieldNames.targeting(environment);
      fields.put(
          targeting,
          setting.effectiveTargeting().<Value>map(Value.Json::new).orElse(Value.absent()));
      if (!setting.rules().isEmpty()) {
        rules.put(
            targeting, setting.rules().stream().map(Rule::id).collect(Collectors.joining(", ")));
      }
    }
    Map<String, SortedSet<String>> sets =
        Map.of(FieldNames.TAGS, flag.tags(), FieldNames.LINKS, new TreeSet<>(flag.links()));
    return new Here(fields, sets, rules);
  }

  static Here of(Environment environment) {
    var fields = new TreeMap<String, Value>();
    environment
        .evaluators()
        .forEach((name, rule) -> fields.put(FieldNames.evaluator(name), new Value.Json(rule)));
    environment.metadata().forEach((key, value) -> fields.put(FieldNames.metadata(key), value));
    return new Here(fields, Map.of(), Map.of());
  }

  Value value(String field) {
    return fields.getOrDefault(field, Value.absent());
  }

  SortedSet<String> set(String name) {
    return sets.getOrDefault(name, new TreeSet<>());
  }

  private static Value text(Optional<String> text) {
    return text.<Value>map(Value::of).orElse(Value.absent());
  }
}
