package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.history.RuleNames;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What applications read until a conflict is decided.
final class MeanwhileWords {
  private final Workspace workspace;
  private final Texts texts;
  private final FieldWords fields;

  /// @param environment where; empty for everywhere
  record Meanwhile(String environment, String what) {}

  MeanwhileWords(Workspace workspace, Texts texts) {
    this.workspace = workspace;
    this.texts = texts;
    this.fields = new FieldWords(texts);
  }

  /// One line for each environment that is concerned, or one sentence for all.
  List<Meanwhile> of(Conflict conflict) {
    List<Meanwhile> lines =
        switch (conflict) {
          case Conflict.WriteWrite write -> written(write.slot());
          case Conflict.WrongType wrong -> written(wrong.slot());
          case Conflict.DeleteUpdate delete -> deleted(delete.entity());
          case Conflict.MissingVariant missing -> missing(missing);
          case Conflict.RemovedRule rule -> said(rule.environment(), "inbox.meanwhile.rule");
          case Conflict.MovedRule rule ->
              said(rule.environment(), "inbox.meanwhile.place", rule.places().getFirst());
          case Conflict.Requirement required ->
              said(
                  "",
                  "inbox.meanwhile.required",
                  required.other(),
                  required.alternatives().getFirst().value().display());
          case Conflict.PrerequisiteCycle _ -> said("", "inbox.meanwhile.requires");
          case Conflict.AddRemove element ->
              element.set().equals(FieldNames.MEMBERS)
                  ? said("", "inbox.meanwhile.member", element.element())
                  : List.of();
          case Conflict.MovedFolder _, Conflict.FolderCycle _ -> List.of();
        };
    return lines.isEmpty() ? said("", "inbox.meanwhile.nothing") : lines;
  }

  private List<Meanwhile> deleted(EntityId entity) {
    return switch (entity.kind()) {
      case EntityId.FLAG ->
          flag(entity).map(flag -> everywhere(flag, _ -> true)).orElseGet(List::of);
      case EntityId.ENVIRONMENT -> said(entity.key(), "inbox.meanwhile.environment");
      case EntityId.TAG_SET -> said("", "inbox.meanwhile.tagSet");
      default -> List.of();
    };
  }

  private List<Meanwhile> missing(Conflict.MissingVariant missing) {
    if (missing.environment().isEmpty()) {
      return said("", "inbox.meanwhile.unmet", missing.flag(), missing.variant());
    }
    String environment = missing.environment().get();
    return missing.rule().isPresent()
        ? said(environment, "inbox.meanwhile.nowhere")
        : flag(missing.entity()).map(flag -> in(flag, environment)).orElseGet(List::of);
  }

  private Optional<Flag> flag(EntityId entity) {
    return entity.kind().equals(EntityId.FLAG) ? workspace.flag(entity.key()) : Optional.empty();
  }

  private List<Meanwhile> written(Slot.Field slot) {
    return flag(slot.entity())
        .map(flag -> written(flag, slot.name()))
        .orElseGet(() -> beside(slot));
  }

  /// What environments hold for all of their flags.
  private List<Meanwhile> beside(Slot.Field slot) {
    if (!slot.entity().kind().equals(EntityId.ENVIRONMENT)) {
      return List.of();
    }
    String environment = slot.entity().key();
    return switch (FieldPath.parse(slot.name())) {
      case FieldPath.Metadata(var name) ->
          said(environment, "inbox.meanwhile.set", name, now(slot));
      case FieldPath.Evaluator(var name) -> said(environment, "inbox.meanwhile.shared", name);
      case FieldPath _ -> List.of();
    };
  }

  private String now(Slot.Field slot) {
    return fields.value(slot.name(), workspace.value(slot));
  }

  private List<Meanwhile> written(Flag flag, String field) {
    return switch (FieldPath.parse(field)) {
      case FieldPath.State(var environment) -> in(flag, environment);
      case FieldPath.Default(var environment) -> in(flag, environment);
      case FieldPath.Targeting(var environment) -> said(environment, "inbox.meanwhile.targeting");
      case FieldPath.Condition(var environment, _) -> rule(flag, environment, field);
      case FieldPath.Outcome(var environment, _) -> rule(flag, environment, field);
      case FieldPath.Position(var environment, _) -> rule(flag, environment, field);
      case FieldPath.Variant(var name) -> variant(flag, name);
      case FieldPath.Metadata(var name) ->
          said("", "inbox.meanwhile.metadata", name, now(new Slot.Field(flag.id(), field)));
      case FieldPath.Plain(var name) when name.equals(FieldNames.TYPE) ->
          said("", "inbox.meanwhile.type", now(new Slot.Field(flag.id(), field)));
      case FieldPath.Plain _, FieldPath.Evaluator _, FieldPath.Counted _ -> List.of();
    };
  }

  /// Where it is served by default, and where rules may lead to it.
  private List<Meanwhile> variant(Flag flag, String name) {
    List<Meanwhile> lines = new ArrayList<>();
    for (var environment : workspace.environments()) {
      FlagSetting setting = flag.setting(environment.name());
      if (setting.defaultVariant().filter(name::equals).isPresent()) {
        lines.addAll(in(flag, environment.name()));
      } else if (setting.enabled() && leadsTo(setting, name)) {
        lines.addAll(ruled(flag, environment.name(), name));
      }
    }
    return lines;
  }

  private static boolean leadsTo(FlagSetting setting, String variant) {
    return setting
        .effectiveTargeting()
        .filter(one -> one.contains('"' + variant + '"'))
        .isPresent();
  }

  private List<Meanwhile> ruled(Flag flag, String environment, String variant) {
    Slot.Field slot = new Slot.Field(flag.id(), FieldNames.variant(variant));
    boolean isServed = FlagType.of(workspace.value(slot)).filter(flag.type()::equals).isPresent();
    return isServed
        ? said(environment, "inbox.meanwhile.ruled", variant, now(slot))
        : said(environment, "inbox.meanwhile.nowhere");
  }

  private List<Meanwhile> rule(Flag flag, String environment, String field) {
    Value now = workspace.value(new Slot.Field(flag.id(), field));
    String words = new RuleNames(() -> workspace, texts).value(field, now);
    return said(environment, "inbox.meanwhile.first", words);
  }

  private List<Meanwhile> everywhere(Flag flag, Predicate<FlagSetting> concerned) {
    List<Meanwhile> lines = new ArrayList<>();
    for (var environment : workspace.environments()) {
      if (concerned.test(flag.setting(environment.name()))) {
        lines.addAll(in(flag, environment.name()));
      }
    }
    return lines;
  }

  private List<Meanwhile> in(Flag flag, String environment) {
    FlagSetting setting = flag.setting(environment);
    String what;
    if (!setting.enabled()) {
      what = texts.of("inbox.meanwhile.off");
    } else {
      String variant = setting.defaultVariant().orElse("");
      what =
          flag.value(environment)
              .map(value -> texts.of("inbox.meanwhile.serves", variant, Values.brief(value)))
              .orElseGet(() -> texts.of("inbox.meanwhile.code"));
    }
    return List.of(new Meanwhile(environment, what));
  }

  private List<Meanwhile> said(String environment, String key, Object... about) {
    return List.of(new Meanwhile(environment, texts.of(key, about)));
  }
}
