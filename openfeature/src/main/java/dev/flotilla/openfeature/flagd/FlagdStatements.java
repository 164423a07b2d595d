package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.proposal.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a flagd document says, flag by flag, if it is meant for these environments. Variants and
/// metadata that the document lacks are not there; shared rules and metadata of the set that it
/// lacks are left open.
///
/// @param all environments first, then flags in the order of the document
/// @param findings entries of metadata that were not understood
record FlagdStatements(List<Statement> all, List<Finding> findings) {
  private static final JsonPath FLAGS = JsonPath.ROOT.member("flags");

  static FlagdStatements of(FlagdDocument document, List<String> environments) {
    var statements = new FlagdStatements(new ArrayList<>(), new ArrayList<>());
    boolean own = ExportMark.isOwn(document);
    environments.forEach(environment -> statements.environment(document, environment));
    document.flags().forEach((key, flag) -> statements.flag(key, flag, own, environments));
    return statements;
  }

  private void environment(FlagdDocument document, String name) {
    var fields = new TreeMap<String, Value>();
    document
        .evaluators()
        .forEach((evaluator, rule) -> {
          if (!Segment.isSegment(evaluator)) {
            fields.put(FieldNames.evaluator(evaluator), new Value.Json(rule));
          }
        });
    ExportMark.without(document.metadata())
        .forEach((key, value) -> fields.put(FieldNames.metadata(key), value));
    if (!fields.isEmpty()) {
      all.add(
          new Statement(
              EntityId.environment(name),
              Optional.empty(),
              fields,
              new TreeMap<>(),
              Set.of(),
              List.of()));
    }
  }

  private void flag(String key, FlagdFlag flag, boolean own, List<String> environments) {
    var ownFields = OwnFields.read(flag.metadata(), own);
    ownFields
        .problems()
        .forEach((name, problem) ->
            findings.add(
                Finding.withoutPlace(
                    Severity.WARNING,
                    FLAGS.member(key).member("metadata").member(name).toString(),
                    problem)));
    var fields = new TreeMap<String, Value>(ownFields.fields());
    ownFields.metadata().forEach((name, value) -> fields.put(FieldNames.metadata(name), value));
    flag.variants().forEach((name, value) -> fields.put(FieldNames.variant(name), value));
    for (var environment : environments) {
      fields.put(FieldNames.state(environment), Value.of(flag.enabled()));
      fields.put(
          FieldNames.defaultVariant(environment),
          flag.defaultVariant().<Value>map(Value::of).orElse(Value.absent()));
      fields.put(
          FieldNames.targeting(environment),
          flag.targeting().<Value>map(Value.Json::new).orElse(Value.absent()));
    }
    all.add(
        new Statement(
            EntityId.flag(key),
            Optional.of(flag.type()),
            fields,
            ownFields.sets(),
            Set.of(Statement.VARIANTS, Statement.METADATA),
            environments));
  }
}
