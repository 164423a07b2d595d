package dev.flotilla.app.cli.print;

import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.LastChange;
import dev.flotilla.model.Workspace;
import java.util.Collection;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The shape of a flag for machines; documented in `docs/cli.md` and stable.
public final class FlagJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FlagJson() {}

  /// One flag with everything about it; every environment of the workspace is listed.
  public static ObjectNode of(Flag flag, Workspace workspace) {
    ObjectNode node = JSON.objectNode();
    node.put("key", flag.key());
    node.put("type", flag.type().id());
    node.put("description", flag.description());
    node.put("owner", flag.owner());
    node.put("kind", flag.kind().map(FlagKind::id).orElse(null));
    node.put("archived", flag.archived());
    node.put("folder", flag.folder().orElse(null));
    node.set("tags", strings(flag.tags()));
    ObjectNode variants = node.putObject("variants");
    flag.variants().forEach((name, value) -> variants.set(name, Values.json(value)));
    ObjectNode environments = node.putObject("environments");
    for (Environment environment : workspace.environments()) {
      environments.set(environment.name(), setting(flag, environment.name()));
    }
    ObjectNode prerequisites = node.putObject("prerequisites");
    flag.prerequisites().forEach(prerequisites::put);
    ObjectNode metadata = node.putObject("metadata");
    flag.metadata().forEach((name, value) -> metadata.set(name, Values.json(value)));
    node.set("links", strings(flag.links()));
    node.put("needsUpdate", workspace.isFrozen(flag.id()));
    node.set("lastChange", lastChange(flag.lastChange(), workspace));
    node.set("conflicts", ConflictJson.of(workspace.conflicts(flag.id()), workspace));
    return node;
  }

  private static ObjectNode setting(Flag flag, String environment) {
    FlagSetting setting = flag.setting(environment);
    ObjectNode node = JSON.objectNode();
    node.put("state", setting.enabled() ? "ENABLED" : "DISABLED");
    node.put("defaultVariant", setting.defaultVariant().orElse(null));
    node.set("value", flag.value(environment).map(Values::json).orElse(JSON.nullNode()));
    ArrayNode rules = node.putArray("rules");
    setting.rules().forEach(rule -> rules.add(RulePrint.json(rule)));
    node.set("targeting", setting.targeting().map(Output::tree).orElse(JSON.nullNode()));
    node.set(
        "effectiveTargeting",
        setting.effectiveTargeting().map(Output::tree).orElse(JSON.nullNode()));
    return node;
  }

  static ObjectNode lastChange(LastChange change, Workspace workspace) {
    ObjectNode node = JSON.objectNode();
    node.put("device", Devices.name(workspace, change.replica()));
    node.put("replica", change.replica().toString());
    node.put("at", Moments.json(change.at()));
    return node;
  }

  static ArrayNode strings(Collection<String> texts) {
    ArrayNode array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /// A constant as a lower-case word: `kill-switch`.
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
