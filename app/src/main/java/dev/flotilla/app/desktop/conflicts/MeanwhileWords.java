package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.history.RuleNames;
import dev.flotilla.app.desktop.text.FieldWords;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.text.Values;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
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
    Optional<Flag> flag = flag(conflict);
    List<Meanwhile> lines =
        flag.map(one ->
                switch (conflict) {
                  case Conflict.WriteWrite write -> written(one, write.field());
                  case Conflict.WrongType wrong -> written(one, wrong.slot().name());
                  case Conflict.DeleteUpdate _ -> everywhere(one, _ -> true);
                  case Conflict.MissingVariant missing ->
                      missing.environment().map(at -> in(one, at)).orElseGet(List::of);
                  case Conflict.RemovedRule rule ->
                      said(rule.environment(), "inbox.meanwhile.rule");
                  case Conflict.MovedRule rule ->
                      List.of(
                          new Meanwhile(
                              rule.environment(),
                              texts.of("inbox.meanwhile.place", rule.places().getFirst())));
                  case Conflict.Requirement _, Conflict.PrerequisiteCycle _ ->
                      said("", "inbox.meanwhile.requires");
                  case Conflict.AddRemove _, Conflict.MovedFolder _, Conflict.FolderCycle _ ->
                      List.<Meanwhile>of();
                })
            .orElse(List.of());
    return lines.isEmpty() ? said("", "inbox.meanwhile.nothing") : lines;
  }

  private Optional<Flag> flag(Conflict conflict) {
    EntityId entity = conflict.entity();
    return entity.kind().equals(EntityId.FLAG) ? workspace.flag(entity.key()) : Optional.empty();
  }

  private List<Meanwhile> written(Flag flag, String field) {
    return switch (FieldPath.parse(field)) {
      case FieldPath.State(var environment) -> in(flag, environment);
      case FieldPath.Default(var environment) -> in(flag, environment);
      case FieldPath.Targeting(var environment) -> said(environment, "inbox.meanwhile.targeting");
      case FieldPath.Condition(var environment, _) -> rule(flag, environment, field);
      case FieldPath.Outcome(var environment, _) -> rule(flag, environment, field);
      case FieldPath.Position(var environment, _) -> rule(flag, environment, field);
      case FieldPath.Variant(var name) ->
          everywhere(flag, setting -> setting.defaultVariant().filter(name::equals).isPresent());
      case FieldPath.Metadata(var name) -> {
        Value now = workspace.value(new Slot.Field(flag.id(), field));
        yield List.of(
            new Meanwhile(
                "", texts.of("inbox.meanwhile.metadata", name, fields.value(field, now))));
      }
      case FieldPath.Plain _, FieldPath.Evaluator _, FieldPath.Counted _ -> List.of();
    };
  }

  private List<Meanwhile> rule(Flag flag, String environment, String field) {
    Value now = workspace.value(new Slot.Field(flag.id(), field));
    String words = new RuleNames(() -> workspace, texts).value(field, now);
    return List.of(new Meanwhile(environment, texts.of("inbox.meanwhile.first", words)));
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

  private List<Meanwhile> said(String environment, String key) {
    return List.of(new Meanwhile(environment, texts.of(key)));
  }
}
