package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.session.ProtectedEdit.Effect;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FieldPath;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds what edits change in protected environments. What concerns a whole flag concerns those
/// where it is on: where it is off, applications use the value in their code anyway. Cost:
/// O(edits), O(flags) for a protected environment that goes or comes back, nothing where none is
/// protected.
final class ProtectedEffects {
  private final Workspace now;
  private final SortedSet<String> guarded;
  private final SortedSet<String> environments = new TreeSet<>();
  private final Map<Effect, SortedSet<String>> flags = new EnumMap<>(Effect.class);

  private ProtectedEffects(Workspace now) {
    this.now = now;
    this.guarded =
        now.environments().stream()
            .filter(Environment::isProtected)
            .map(Environment::name)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Nothing if no protected environment is concerned.
  ///
  /// @param step what is taken back, or done again; empty for what was just asked for
  static Optional<ProtectedEdit> of(Workspace now, String step, List<List<Edit>> parts) {
    ProtectedEffects effects = new ProtectedEffects(now);
    parts.forEach(part -> part.forEach(effects::edit));
    return effects.environments.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProtectedEdit(step, effects.environments, effects.flags));
  }

  private void edit(Edit edit) {
    switch (edit) {
      case Edit.PutBack putBack -> putBack(putBack);
      // An environment may come back that is protected.
      case Edit _ when guarded.isEmpty() -> {}
      case Edit.SetField set -> inside(new Slot.Field(set.entity(), set.field()));
      case Edit.AddRule add -> changes(add.flag(), List.of(add.environment()));
      case Edit.MoveRule move -> changes(move.flag(), List.of(move.environment()));
      case Edit.RemoveRule remove -> changes(remove.flag(), List.of(remove.environment()));
      case Edit.ReplaceTargeting replace -> changes(replace.flag(), List.of(replace.environment()));
      case Edit.Require require -> changes(require.flag(), whereOn(require.flag()));
      case Edit.Unrequire unrequire -> changes(unrequire.flag(), whereOn(unrequire.flag()));
      case Edit.CreateFlag create -> note(Effect.COMES, create.key(), whereOn(create));
      case Edit.DeleteEntity(EntityId entity) -> whole(Effect.GOES, entity);
      // The first is what applications read anyway.
      case Edit.Resolve(_, Choice.Pick(int chosen)) when chosen == 0 -> {}
      case Edit.Resolve(String id, _) ->
          now.conflicts().stream()
              .filter(conflict -> conflict.id().equals(id))
              .findFirst()
              .ifPresent(this::settled);
      case Edit.CreateTagSet _,
          Edit.CreateEnvironment _,
          Edit.CreateFolder _,
          Edit.CreateCounter _,
          Edit.MoveFolder _,
          Edit.AddToCounter _,
          Edit.AddElement _,
          Edit.RemoveElement _ -> {}
    }
  }

  private void putBack(Edit.PutBack edit) {
    if (!(edit.slot() instanceof Slot.Presence(EntityId entity))) {
      inside(edit.slot());
      return;
    }
    boolean wasThere =
        edit.before().stream().anyMatch(earlier -> earlier.value().equals(Value.of(true)));
    if (wasThere && !now.exists(entity) && isForgotten(entity)) {
      note(Effect.COMES, entity.key(), guarded);
    } else if (wasThere != now.exists(entity)) {
      whole(wasThere ? Effect.COMES : Effect.GOES, entity);
    }
  }

  private void settled(Conflict conflict) {
    if (conflict.slot() instanceof Slot.Presence(EntityId entity)) {
      whole(Effect.GOES, entity);
    } else if (conflict instanceof Conflict.MissingVariant missing) {
      inside(missing.slot());
      changes(missing.flag(), whereOn(missing.flag()));
    } else {
      inside(conflict.slot());
    }
  }

  /// A field or an element.
  private void inside(Slot slot) {
    if (!slot.entity().kind().equals(EntityId.FLAG)) {
      return;
    }
    String flag = slot.entity().key();
    switch (slot) {
      case Slot.Presence _ -> {}
      case Slot.Field(_, var name) -> changes(flag, environments(flag, name));
      case Slot.Element(_, var set, _) when set.equals(FieldNames.REQUIRES) ->
          changes(flag, whereOn(flag));
      case Slot.Element(_, var set, _) ->
          changes(flag, FieldNames.environmentOfRules(set).stream().toList());
    }
  }

  private Collection<String> environments(String flag, String field) {
    return switch (FieldPath.parse(field)) {
      case FieldPath.State(var environment) -> List.of(environment);
      case FieldPath.Default(var environment) -> List.of(environment);
      case FieldPath.Targeting(var environment) -> List.of(environment);
      case FieldPath.Condition(var environment, _) -> List.of(environment);
      case FieldPath.Outcome(var environment, _) -> List.of(environment);
      case FieldPath.Position(var environment, _) -> List.of(environment);
      case FieldPath.Variant _ -> whereOn(flag);
      case FieldPath.Plain _, FieldPath.Metadata _, FieldPath.Evaluator _, FieldPath.Counted _ ->
          List.of();
    };
  }

  private void whole(Effect effect, EntityId entity) {
    switch (entity.kind()) {
      case EntityId.FLAG -> note(effect, entity.key(), whereOn(entity.key()));
      case EntityId.ENVIRONMENT -> {
        if (isGuarded(entity.key())) {
          environments.add(entity.key());
          now.flags().stream()
              .filter(flag -> isOn(flag.key(), entity.key()))
              .forEach(flag -> flags(Effect.CHANGES).add(flag.key()));
        }
      }
      default -> {}
    }
  }

  /// What was deleted long ago is only in the log: it may be on anywhere.
  private boolean isForgotten(EntityId entity) {
    return entity.kind().equals(EntityId.FLAG)
        && !now.value(new Slot.Field(entity, FieldNames.TYPE)).isPresent();
  }

  private boolean isGuarded(String environment) {
    return guarded.contains(environment)
        || now.value(new Slot.Field(EntityId.environment(environment), FieldNames.PROTECTED))
            .equals(Value.of(true));
  }

  private List<String> whereOn(String flag) {
    return guarded.stream().filter(environment -> isOn(flag, environment)).toList();
  }

  private static List<String> whereOn(Edit.CreateFlag create) {
    List<String> on = new ArrayList<>();
    create
        .settings()
        .forEach((environment, setting) -> {
          if (setting.enabled()) {
            on.add(environment);
          }
        });
    return on;
  }

  /// Asks the slot: a flag that is deleted still says it.
  private boolean isOn(String flag, String environment) {
    return now.value(new Slot.Field(EntityId.flag(flag), FieldNames.state(environment)))
        .equals(Value.of(true));
  }

  private void changes(String flag, Collection<String> where) {
    note(Effect.CHANGES, flag, where);
  }

  private void note(Effect effect, String flag, Collection<String> where) {
    for (String environment : where) {
      if (guarded.contains(environment)) {
        environments.add(environment);
        flags(effect).add(flag);
      }
    }
  }

  private SortedSet<String> flags(Effect effect) {
    return flags.computeIfAbsent(effect, _ -> new TreeSet<>());
  }
}
