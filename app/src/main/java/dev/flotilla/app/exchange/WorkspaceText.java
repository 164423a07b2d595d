package dev.flotilla.app.exchange;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.openfeature.json.JsonText;
import dev.flotilla.openfeature.json.JsonValue;
import dev.flotilla.openfeature.json.JsonValue.JsonArray;
import dev.flotilla.openfeature.json.JsonValue.JsonObject;
import dev.flotilla.openfeature.json.Position;
import dev.flotilla.openfeature.json.ValueText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Writes everything that a workspace shows as one JSON document, always the same for the same
/// workspace. Its shape is documented in `docs/workspace-file.md`; history, members and conflicts
/// are not in it. What is empty is left out. Cost: O(workspace).
public final class WorkspaceText {
  static final String FORMAT = "flotilla";
  static final String FORMAT_NAME = "workspace";
  static final String VERSION = "version";
  static final int VERSION_NOW = 1;

  private final Workspace workspace;

  private WorkspaceText(Workspace workspace) {
    this.workspace = workspace;
  }

  /// The document, ending with a line end.
  public static String write(Workspace workspace) {
    return JsonText.pretty(new WorkspaceText(workspace).document()) + "\n";
  }

  private JsonObject document() {
    var root = new Members();
    root.put(FORMAT, Value.of(FORMAT_NAME));
    root.put(VERSION, Value.Number.of(VERSION_NOW));
    root.put("name", Value.of(workspace.name()));
    root.list("environments", workspace.environments().stream().map(this::environment).toList());
    root.list(
        "folders",
        workspace.folders().stream()
            .map(folder ->
                new Members()
                    .put("key", Value.of(folder.key()))
                    .put("name", Value.of(folder.name()))
                    .text("description", folder.description())
                    .text("parent", folder.parent().orElse(""))
                    .object())
            .toList());
    root.list(
        "tagSets",
        workspace.tagSets().stream()
            .map(set ->
                new Members()
                    .put("key", Value.of(set.key()))
                    .text("description", set.description())
                    .text("colour", set.colour())
                    .texts("members", set.members())
                    .object())
            .toList());
    root.list(
        "counters",
        workspace.counters().stream()
            .map(counter ->
                new Members()
                    .put("key", Value.of(counter.key()))
                    .text("description", counter.description())
                    .put("value", Value.Number.of(counter.value()))
                    .object())
            .toList());
    root.list("flags", workspace.flags().stream().map(this::flag).toList());
    return root.object();
  }

  private JsonValue environment(Environment environment) {
    var members =
        new Members()
            .put("name", Value.of(environment.name()))
            .put("order", Value.Number.of(environment.order()));
    if (environment.isProtected()) {
      members.put("protected", Value.of(true));
    }
    var evaluators = new Members();
    environment.evaluators().forEach((name, rule) -> evaluators.put(name, new Value.Json(rule)));
    return members
        .nested("metadata", values(environment.metadata()))
        .nested("evaluators", evaluators)
        .object();
  }

  private JsonValue flag(Flag flag) {
    var members =
        new Members()
            .put("key", Value.of(flag.key()))
            .put("type", Value.of(flag.type().id()))
            .text("description", flag.description())
            .text("owner", flag.owner());
    flag.kind().ifPresent(kind -> members.put("kind", Value.of(kind.id())));
    if (flag.archived()) {
      members.put("archived", Value.of(true));
    }
    members
        .text("folder", flag.folder().orElse(""))
        .texts("tags", flag.tags())
        .texts("links", flag.links())
        .nested("variants", values(flag.variants()));
    if (workspace.value(new Slot.Field(flag.id(), FieldNames.SCHEMA))
        instanceof Value.Json schema) {
      members.put("schema", schema);
    }
    var requires = new Members();
    flag.prerequisites().forEach((other, variant) -> requires.put(other, Value.of(variant)));
    var environments = new Members();
    flag.environments()
        .forEach((name, setting) -> {
          if (workspace.exists(EntityId.environment(name))) {
            environments.members.put(name, setting(setting));
          }
        });
    return members
        .nested("metadata", values(flag.metadata()))
        .nested("requires", requires)
        .nested("environments", environments)
        .object();
  }

  private static JsonObject setting(FlagSetting setting) {
    var members = new Members().put("enabled", Value.of(setting.enabled()));
    setting.defaultVariant().ifPresent(name -> members.put("default", Value.of(name)));
    members.list("rules", setting.rules().stream().map(WorkspaceText::rule).toList());
    setting.targeting().ifPresent(rule -> members.put("targeting", new Value.Json(rule)));
    return members.object();
  }

  private static JsonValue rule(Rule rule) {
    var members = new Members();
    rule.condition().ifPresent(condition -> members.put("when", new Value.Json(condition)));
    return members.put("serve", rule.outcome()).object();
  }

  private static Members values(Map<String, Value> values) {
    var members = new Members();
    values.forEach(members::put);
    return members;
  }

  /// An object on its way. What a merge left that is no JSON is left out.
  private static final class Members {
    private final SequencedMap<String, JsonValue> members = new LinkedHashMap<>();

    Members put(String name, Value value) {
      tree(value).ifPresent(json -> members.put(name, json));
      return this;
    }

    Members text(String name, String text) {
      return text.isEmpty() ? this : put(name, Value.of(text));
    }

    Members texts(String name, Collection<String> texts) {
      return list(name, texts.stream().map(text -> ValueText.tree(Value.of(text))).toList());
    }

    Members list(String name, List<? extends JsonValue> elements) {
      if (!elements.isEmpty()) {
        members.put(name, new JsonArray(Position.START, new ArrayList<>(elements)));
      }
      return this;
    }

    Members nested(String name, Members other) {
      if (!other.members.isEmpty()) {
        members.put(name, other.object());
      }
      return this;
    }

    JsonObject object() {
      return new JsonObject(Position.START, members);
    }

    private static Optional<JsonValue> tree(Value value) {
      boolean broken =
          value instanceof Value.Json(var json) && JsonText.parseError(json).isPresent();
      return broken || !value.isPresent() ? Optional.empty() : Optional.of(ValueText.tree(value));
    }
  }
}
