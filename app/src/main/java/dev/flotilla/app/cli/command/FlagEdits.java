package dev.flotilla.app.cli.command;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import dev.flotilla.openfeature.flagd.Finding;
import dev.flotilla.openfeature.flagd.TargetingCheck;
import dev.flotilla.openfeature.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Turns what the options of `flag create` and `flag set` say into edits of one flag.
final class FlagEdits {
  private final CommandContext context;
  private final EntityId flag;
  private final FlagType type;
  private final Map<String, Value> variants;
  private final List<Edit> edits = new ArrayList<>();

  /// Collects edits of the flag `key`, which has this type and these variants.
  FlagEdits(CommandContext context, String key, FlagType type, Map<String, Value> variants) {
    this.context = context;
    this.flag = EntityId.flag(key);
    this.type = type;
    this.variants = new TreeMap<>(variants);
  }

  List<Edit> list() {
    return List.copyOf(edits);
  }

  /// Adds or changes variants; later steps see them.
  void variants(Map<String, String> texts) {
    texts.forEach((name, text) -> {
      Value value = TypedText.value("The variant " + name, type, text);
      variants.put(name, value);
      set(FieldNames.variant(name), value);
    });
  }

  void removeVariants(List<String> names) {
    for (String name : names) {
      if (variants.remove(name) == null) {
        throw new CommandRefused(
            "The flag " + flag.key() + " has no variant " + name + "; it has " + names() + ".");
      }
      set(FieldNames.variant(name), Value.absent());
    }
  }

  /// What the options say about the environments in `environments`.
  void environments(FlagOptions options, List<String> environments) {
    Optional<Value> targeting = targeting(options);
    Optional<Value> served = served(options);
    for (String environment : environments) {
      if (options.state != null) {
        set(FieldNames.state(environment), Value.of(options.state == StateConverter.State.ON));
      }
      served.ifPresent(value -> set(FieldNames.defaultVariant(environment), value));
      targeting.ifPresent(value -> set(FieldNames.targeting(environment), value));
    }
  }

  /// What the options say about the flag as a whole.
  void flag(FlagOptions options) {
    if (options.description != null) {
      set(FieldNames.DESCRIPTION, Value.of(options.description));
    }
    if (options.owner != null) {
      set(FieldNames.OWNER, Value.of(options.owner));
    }
    if (options.kind != null) {
      set(FieldNames.KIND, Value.of(options.kind.id()));
    }
    if (options.folder != null) {
      edits.add(Edit.putInto(flag.key(), Optional.of(options.folder).filter(f -> !f.isEmpty())));
    }
    options.metadata.forEach(
        (name, text) -> set(FieldNames.metadata(name), TypedText.metadata(text)));
    for (String link : options.links) {
      edits.add(new Edit.AddElement(flag, FieldNames.LINKS, link));
    }
  }

  void set(String field, Value value) {
    edits.add(new Edit.SetField(flag, field, value));
  }

  void add(Edit edit) {
    edits.add(edit);
  }

  private Optional<Value> served(FlagOptions options) {
    if (options.defaultVariant != null) {
      return Optional.of(
          options.defaultVariant.isEmpty() ? Value.absent() : Value.of(options.defaultVariant));
    }
    return Optional.ofNullable(options.value).map(text -> Value.of(variantWith(text)));
  }

  /// The variant that has this value, or else this name.
  private String variantWith(String text) {
    for (var variant : variants.entrySet()) {
      if (means(variant.getValue(), text)) {
        return variant.getKey();
      }
    }
    if (variants.containsKey(text)) {
      return text;
    }
    throw new CommandRefused(
        "No variant of the flag "
            + flag.key()
            + " has this value; it has "
            + names()
            + ". Add one with --variant NAME=VALUE.");
  }

  private boolean means(Value value, String text) {
    return switch (value) {
      case Value.Bool(boolean bool) -> Boolean.toString(bool).equals(text);
      case Value.Text(String own) -> own.equals(text);
      case Value.Number _ -> value.equals(TypedText.value("The flag " + flag.key(), type, text));
      case Value.Json(String own) ->
          JsonText.tree(own).sameAs(JsonText.tree(TypedText.json(text).text()));
      case Value.Position _, Value.Move _, Value.Absent _ -> false;
    };
  }

  private Optional<Value> targeting(FlagOptions options) {
    if (options.targeting == null) {
      return Optional.empty();
    }
    if (options.targeting.isBlank()) {
      return Optional.of(Value.absent());
    }
    Value.Json rule = TypedText.json(context.textOrFile(options.targeting));
    TargetingCheck.check(rule.text()).stream()
        .filter(Finding::isError)
        .findFirst()
        .ifPresent(finding -> {
          throw new CommandRefused("The targeting rule is wrong: " + finding + ".");
        });
    return Optional.of(rule);
  }

  private String names() {
    return variants.isEmpty() ? "none" : String.join(", ", variants.keySet());
  }
}
