package dev.flotilla.openfeature.flagd;

import static java.util.stream.Collectors.joining;

import dev.flotilla.model.Batches;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagKind;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an import does to one flag. Afterwards the flag is as the document says: variants and
/// metadata that the document lacks are gone, and other environments keep their settings.
final class FlagImport {
  private static final SortedMap<String, Value> EMPTY_FIELDS =
      new TreeMap<>(
          Map.of(
              FieldNames.DESCRIPTION, Value.of(""),
              FieldNames.OWNER, Value.of(""),
              FieldNames.KIND, Value.absent(),
              FieldNames.ARCHIVED, Value.of(false)));

  private final String key;
  private final FlagdFlag wanted;
  private final OwnFields own;
  private final List<String> environments;
  private final Changes changes;
  private final List<String> kept = new ArrayList<>();

  FlagImport(String key, FlagdFlag wanted, OwnFields own, List<String> environments) {
    this.key = key;
    this.wanted = wanted;
    this.own = own;
    this.environments = environments;
    this.changes = new Changes(EntityId.flag(key));
  }

  /// Variants that the document lacks and that stay, because another environment uses them.
  List<String> keptVariants() {
    return kept;
  }

  /// Creates the flag with everything in one edit, or, if that does not fit into one change, with
  /// one variant and an edit for each other field.
  Changes create(Batches batches) {
    var whole = whole();
    boolean atOnce = batches.fit(List.of(whole));
    changes.show(FieldNames.TYPE, Value.absent(), Value.of(wanted.type().id()));
    changes.create(atOnce ? whole : withOneVariant());
    var fields = new Changes(EntityId.flag(key));
    wantedVariants(new TreeMap<>(), fields);
    environments.forEach(environment -> setting(environment, FlagSetting.OFF, fields));
    ownField(FieldNames.DESCRIPTION, EMPTY_FIELDS, fields);
    changes.show(fields);
    if (!atOnce) {
      // The first one sets the variant that the flag was created with.
      fields.edits().stream().skip(1).forEach(changes.edits()::add);
    }
    for (var field : List.of(FieldNames.OWNER, FieldNames.KIND, FieldNames.ARCHIVED)) {
      ownField(field, EMPTY_FIELDS, changes);
    }
    elements(new TreeSet<>(), new TreeSet<>());
    metadata(new TreeMap<>());
    return changes;
  }

  private Edit.CreateFlag whole() {
    var settings = new TreeMap<String, FlagSetting>();
    var setting = new FlagSetting(wanted.enabled(), wanted.defaultVariant(), wanted.targeting());
    if (!setting.equals(FlagSetting.OFF)) {
      environments.forEach(environment -> settings.put(environment, setting));
    }
    var description = own.fields().get(FieldNames.DESCRIPTION);
    return new Edit.CreateFlag(
        key,
        wanted.type(),
        new TreeMap<>(wanted.variants()),
        description instanceof Value.Text(var text) ? text : "",
        settings);
  }

  private Edit.CreateFlag withOneVariant() {
    var first = wanted.variants().firstEntry();
    var variants = new TreeMap<>(Map.of(first.getKey(), first.getValue()));
    return new Edit.CreateFlag(key, wanted.type(), variants, "", new TreeMap<>());
  }

  /// Changes what differs from `before`, which is of the same type.
  Changes update(Flag before) {
    wantedVariants(before.variants(), changes);
    environments.forEach(environment -> setting(environment, before.setting(environment), changes));
    var fields = new TreeMap<String, Value>();
    fields.put(FieldNames.DESCRIPTION, Value.of(before.description()));
    fields.put(FieldNames.OWNER, Value.of(before.owner()));
    fields.put(FieldNames.KIND, name(before.kind().map(FlagKind::id)));
    fields.put(FieldNames.ARCHIVED, Value.of(before.archived()));
    fields.keySet().forEach(field -> ownField(field, fields, changes));
    elements(before.tags(), new TreeSet<>(before.links()));
    metadata(before.metadata());
    // Last, because no default may name a variant that is gone.
    removeVariants(before);
    return changes;
  }

  private void wantedVariants(SortedMap<String, Value> before, Changes into) {
    wanted
        .variants()
        .forEach((name, value) ->
            into.set(FieldNames.variant(name), before.getOrDefault(name, Value.absent()), value));
  }

  private void setting(String environment, FlagSetting before, Changes into) {
    into.set(FieldNames.state(environment), Value.of(before.enabled()), Value.of(wanted.enabled()));
    into.set(
        FieldNames.defaultVariant(environment),
        name(before.defaultVariant()),
        name(wanted.defaultVariant()));
    targeting(environment, before, into);
  }

  /// A file knows one expression where the workspace may have rules: it takes their place, but only
  /// if it says something else.
  private void targeting(String environment, FlagSetting before, Changes into) {
    var field = FieldNames.targeting(environment);
    var now = rule(before.effectiveTargeting());
    var after = rule(wanted.targeting());
    if (before.rules().isEmpty()) {
      into.set(field, now, after);
    } else if (!Changes.same(now, after)) {
      var ids = before.rules().stream().map(Rule::id).collect(joining(", "));
      into.show(FieldNames.rules(environment), Value.of(ids), Value.absent());
      into.show(field, now, after);
      into.edits().add(new Edit.ReplaceTargeting(key, environment, List.of(), wanted.targeting()));
    }
  }

  private void ownField(String field, SortedMap<String, Value> before, Changes into) {
    var value = own.fields().get(field);
    if (value != null) {
      into.set(field, before.getOrDefault(field, Value.absent()), value);
    }
  }

  private void elements(SortedSet<String> tags, SortedSet<String> links) {
    changes.elements(FieldNames.TAGS, tags, own.sets().getOrDefault(FieldNames.TAGS, tags));
    changes.elements(FieldNames.LINKS, links, own.sets().getOrDefault(FieldNames.LINKS, links));
  }

  private void metadata(SortedMap<String, Value> before) {
    var after = own.metadata();
    after.forEach((name, value) ->
        changes.set(FieldNames.metadata(name), before.getOrDefault(name, Value.absent()), value));
    before.forEach((name, value) -> {
      if (!after.containsKey(name)) {
        changes.set(FieldNames.metadata(name), value, Value.absent());
      }
    });
  }

  private void removeVariants(Flag before) {
    before
        .variants()
        .forEach((name, value) -> {
          if (wanted.variants().containsKey(name)) {
            return;
          }
          if (usedElsewhere(before, name)) {
            kept.add(name);
          } else {
            changes.set(FieldNames.variant(name), value, Value.absent());
          }
        });
  }

  private boolean usedElsewhere(Flag flag, String variant) {
    return flag.environments().entrySet().stream()
        .filter(setting -> !environments.contains(setting.getKey()))
        .anyMatch(setting -> uses(setting.getValue(), variant));
  }

  // A rule answers with the name of a variant; true and false stand for variants of these names.
  private static boolean uses(FlagSetting setting, String variant) {
    if (setting.defaultVariant().filter(variant::equals).isPresent()) {
      return true;
    }
    boolean truthName = variant.equals("true") || variant.equals("false");
    var written = truthName ? variant : JsonText.quote(variant);
    return setting.effectiveTargeting().filter(rule -> rule.contains(written)).isPresent();
  }

  private static Value name(Optional<String> name) {
    return name.isPresent() ? Value.of(name.get()) : Value.absent();
  }

  private static Value rule(Optional<String> targeting) {
    return targeting.isPresent() ? new Value.Json(targeting.get()) : Value.absent();
  }
}
