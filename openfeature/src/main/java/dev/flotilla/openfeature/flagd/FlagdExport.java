package dev.flotilla.openfeature.flagd;

import static java.util.stream.Collectors.joining;

import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.flagd.Finding.Severity;
import dev.flotilla.openfeature.json.JsonPath;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.JsonValue.JsonString;
import dev.flotilla.openfeature.json.Position;
import dev.flotilla.openfeature.json.ValueText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes the flags of one environment as flagd flag definitions.
///
/// The text is valid against `flags.json`, which means the map form, and always the same for the
/// same flags: keys are sorted, only inside object values the user's order stays. What does not fit
/// into the schema is left out with a finding: the whole flag if its rule is broken, because
/// without the rule it would answer something else; then applications use the value in their code.
/// Rules become one expression, and tag sets that they refer to shared rules ([Segments]).
/// Prerequisites have no place in the format, so the flags that have some are named in one more
/// finding.
///
/// An archived flag is written like any other, and marked in its metadata: whoever still asks for
/// it gets what its state says. Cost: O(size of the flags).
public final class FlagdExport {
  private static final String SCHEMA = "https://flagd.dev/schema/v0/flags.json";

  private final Workspace workspace;
  private final Environment environment;
  private final List<Finding> findings = new ArrayList<>();
  private final SortedMap<String, JsonValue> evaluators = new TreeMap<>();
  private final SortedSet<String> segments = new TreeSet<>();
  private final Map<String, Boolean> shared = new HashMap<>();

  private FlagdExport(Workspace workspace, Environment environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  /// What was written.
  ///
  /// @param text the document, ending with a line end
  /// @param findings what was left out, and why
  public record Exported(String text, List<Finding> findings) {
    public Exported {
      findings = List.copyOf(findings);
    }
  }

  /// The document for this environment, see [#export].
  public static String write(Workspace workspace, String environment) {
    return export(workspace, environment).text();
  }

  /// The document for this environment, with what was left out.
  ///
  /// @throws IllegalArgumentException if the workspace has no such environment
  public static Exported export(Workspace workspace, String environment) {
    var found =
        workspace
            .environment(environment)
            .orElseThrow(() -> new IllegalArgumentException("no environment " + environment));
    return new FlagdExport(workspace, found).export(workspace.flags());
  }

  private Exported export(List<Flag> flags) {
    environment.evaluators().forEach(this::evaluator);
    var written = new LinkedHashMap<String, JsonValue>();
    for (var flag : flags) {
      flag(flag).ifPresent(json -> written.put(flag.key(), json));
    }
    segments.forEach(this::segment);
    prerequisites(flags);
    var root = new LinkedHashMap<String, JsonValue>();
    root.put("$schema", string(SCHEMA));
    root.put("metadata", object(setMetadata()));
    if (!evaluators.isEmpty()) {
      root.put("$evaluators", object(new LinkedHashMap<>(evaluators)));
    }
    root.put("flags", object(written));
    return new Exported(JsonText.pretty(object(root)) + "\n", findings);
  }

  private void prerequisites(List<Flag> flags) {
    var requiring =
        flags.stream().filter(flag -> !flag.prerequisites().isEmpty()).map(Flag::key).toList();
    if (!requiring.isEmpty()) {
      leftOut(
          JsonPath.ROOT.member("flags"),
          "what the %s %s %s of others has no place in this format"
              .formatted(
                  requiring.size() == 1 ? "flag" : "flags",
                  requiring.stream().map(JsonText::quote).collect(joining(", ")),
                  requiring.size() == 1 ? "requires" : "require"));
    }
  }

  private SequencedMap<String, JsonValue> setMetadata() {
    var metadata = metadata(environment.metadata(), JsonPath.ROOT.member("metadata"));
    metadata.put(OwnFields.FORMAT, ValueText.tree(OwnFields.FORMAT_VERSION));
    return new LinkedHashMap<>(metadata);
  }

  private void evaluator(String name, String rule) {
    var path = JsonPath.ROOT.member("$evaluators").member(name);
    var problem = Names.evaluatorProblem(name).or(() -> ruleProblem(rule));
    if (problem.isPresent()) {
      leftOut(path, problem.get());
    } else {
      evaluators.put(name, JsonText.tree(rule));
    }
  }

  // Without its shared rule, whoever refers to a tag set that is gone would refer to nothing.
  private void segment(String key) {
    var tagSet = workspace.tagSet(key);
    var reference = Segments.reference(key);
    if (tagSet.isEmpty()) {
      findings.add(
          Finding.withoutPlace(
              Severity.WARNING,
              JsonPath.ROOT.member("$evaluators").member(reference).toString(),
              "there is no tag set %s; nobody is in it".formatted(JsonText.quote(key))));
    }
    evaluators.put(reference, Segments.sharedRule(members(key)));
  }

  private Optional<JsonValue> flag(Flag flag) {
    var path = JsonPath.ROOT.member("flags").member(flag.key());
    var setting = flag.setting(environment.name());
    var variants = variants(flag, path.member("variants"));
    var problem =
        Names.flagKeyProblem(flag.key())
            .or(() -> variants.isEmpty() ? Optional.of("has no variants") : Optional.empty())
            .or(() -> setting.effectiveTargeting().flatMap(FlagdExport::ruleProblem));
    if (problem.isPresent()) {
      leftOut(path, problem.get());
      return Optional.empty();
    }
    var json = new LinkedHashMap<String, JsonValue>();
    json.put("state", string(setting.enabled() ? "ENABLED" : "DISABLED"));
    json.put("variants", object(variants));
    defaultVariant(setting, variants.keySet(), path)
        .ifPresent(name -> json.put("defaultVariant", string(name)));
    setting
        .effectiveTargeting()
        .ifPresent(rule -> {
          json.put("targeting", targeting(rule));
        });
    var metadata = metadata(flag.metadata(), path.member("metadata"));
    OwnFields.write(flag).forEach((key, value) -> metadata.put(key, ValueText.tree(value)));
    if (!metadata.isEmpty()) {
      json.put("metadata", object(new LinkedHashMap<>(metadata)));
    }
    return Optional.of(object(json));
  }

  private JsonValue targeting(String rule) {
    var written = new TreeMap<String, JsonValue>();
    for (var key : Segments.used(rule)) {
      var members = members(key);
      if (members.isEmpty() || shared.computeIfAbsent(key, _ -> isShared(key, members))) {
        segments.add(key);
      } else {
        written.put(key, Segments.list(members));
      }
    }
    return Segments.inlined(JsonText.tree(rule), written);
  }

  private boolean isShared(String key, SortedSet<String> members) {
    boolean fits = Segments.fitSharedRule(members);
    if (!fits) {
      findings.add(
          Finding.withoutPlace(
              Severity.WARNING,
              JsonPath.ROOT.member("$evaluators").member(Segments.reference(key)).toString(),
              "members of the tag set %s hold characters that flagd's shared rules change; they are written into the rules"
                  .formatted(JsonText.quote(key))));
    }
    return fits;
  }

  private SortedSet<String> members(String tagSet) {
    return workspace.tagSet(tagSet).map(TagSet::members).orElseGet(Collections::emptySortedSet);
  }

  private SequencedMap<String, JsonValue> variants(Flag flag, JsonPath path) {
    var variants = new LinkedHashMap<String, JsonValue>();
    flag.variants()
        .forEach((name, value) -> {
          var problem =
              Names.variantProblem(name)
                  .or(() ->
                      fits(flag, value)
                          ? Optional.empty()
                          : Optional.of("is not of the flag's type " + flag.type().id()));
          if (problem.isPresent()) {
            leftOut(path.member(name), problem.get());
          } else {
            variants.put(name, ValueText.tree(value));
          }
        });
    return variants;
  }

  // Values from other replicas may be anything: a merge can bring together a type and values that
  // were never meant for each other.
  private static boolean fits(Flag flag, Value value) {
    if (!flag.type().accepts(value)) {
      return false;
    }
    return !(value instanceof Value.Json(var json))
        || (JsonText.parseError(json).isEmpty() && JsonText.tree(json) instanceof JsonObject);
  }

  private Optional<String> defaultVariant(
      FlagSetting setting, Set<String> variants, JsonPath path) {
    var name = setting.defaultVariant();
    if (name.isPresent() && !variants.contains(name.get())) {
      leftOut(path.member("defaultVariant"), "there is no variant " + JsonText.quote(name.get()));
      return Optional.empty();
    }
    return name;
  }

  private SortedMap<String, JsonValue> metadata(SortedMap<String, Value> values, JsonPath path) {
    var metadata = new TreeMap<String, JsonValue>();
    values.forEach((key, value) -> {
      switch (value) {
        case Value.Bool _, Value.Number _, Value.Text _ -> metadata.put(key, ValueText.tree(value));
        case Value.Json _, Value.Position _, Value.Move _, Value.Absent _ ->
            leftOut(path.member(key), "metadata holds text, numbers, true and false");
      }
    });
    return metadata;
  }

  private static Optional<String> ruleProblem(String rule) {
    return TargetingCheck.check(rule).stream()
        .filter(Finding::isError)
        .findFirst()
        .map(finding -> "its rule is broken, " + finding);
  }

  private void leftOut(JsonPath path, String reason) {
    findings.add(
        Finding.withoutPlace(Severity.WARNING, path.toString(), reason + "; it is left out"));
  }

  private static JsonObject object(SequencedMap<String, JsonValue> members) {
    return new JsonObject(Position.START, members);
  }

  private static JsonString string(String text) {
    return new JsonString(Position.START, text);
  }
}
