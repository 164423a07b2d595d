package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.Refusal.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The edits that make a workspace show what another one shows: what restoring something of the
/// past, taking a change back, and reading a whole workspace from a file have in common.
///
/// The edits are a list for one change, in an order in which the planner accepts them. They answer
/// exactly the writes that `now` shows: what somebody else writes meanwhile stays as a conflict.
/// What no edit can make is left out: values that this program does not know, prerequisites that
/// form a cycle, flags without a variant. A rule that was removed comes back under another id.
/// Cost: O(what differs), and O(flags) where there are folders or prerequisites.
public final class EditsBetween {
  /// What the planner would say of values that other programs wrote, whatever else is edited.
  private static final Set<Reason> UNWRITABLE =
      EnumSet.of(
          Reason.UNKNOWN_FIELD,
          Reason.UNKNOWN_ENTITY,
          Reason.WRONG_TYPE,
          Reason.INVALID_KEY,
          Reason.INVALID_VALUE);

  private final Workspace now;
  private final Workspace wanted;
  private final Predicate<Slot> scope;
  private final Draft draft;
  private final List<Edit> created = new ArrayList<>();
  private final List<Edit> fields = new ArrayList<>();
  private final List<Edit> rules = new ArrayList<>();
  private final List<Edit> unrequired = new ArrayList<>();
  private final List<Edit> required = new ArrayList<>();
  private final List<Edit> deleted = new ArrayList<>();

  private EditsBetween(Workspace now, Workspace wanted, Predicate<Slot> scope) {
    this.now = now;
    this.wanted = wanted;
    this.scope = scope;
    this.draft = new Draft(now, new NextDots(new ReplicaId(0, 0), 1));
  }

  /// The edits after which `now` shows what `wanted` shows.
  public static List<Edit> of(Workspace now, Workspace wanted) {
    return of(now, wanted, _ -> true);
  }

  /// The same for these entities only.
  public static List<Edit> of(Workspace now, Workspace wanted, Collection<EntityId> entities) {
    return of(now, wanted, slot -> entities.contains(slot.entity()));
  }

  /// The same for these places only. An entity is created with all that it has in `wanted`, and
  /// deleted, if its presence is among them.
  public static List<Edit> of(Workspace now, Workspace wanted, Predicate<Slot> scope) {
    return new EditsBetween(now, wanted, scope).edits();
  }

  private List<Edit> edits() {
    var differing = wanted.changedSince(now);
    inOrder(differing).forEach(this::compare);
    created.addAll(new FoldersBetween(this).edits(differing));
    var all = new ArrayList<Edit>();
    // Flags come last: they may be put into folders and set for environments that are new.
    created.stream().filter(edit -> !(edit instanceof Edit.CreateFlag)).forEach(all::add);
    created.stream().filter(Edit.CreateFlag.class::isInstance).forEach(all::add);
    List.of(fields, rules, unrequired, required, deleted).forEach(all::addAll);
    return List.copyOf(all);
  }

  /// Flags go before what they are in, so that what is deleted is in use no longer.
  private static List<EntityId> inOrder(SortedSet<EntityId> entities) {
    var kinds =
        List.of(
            EntityId.FLAG,
            EntityId.TAG_SET,
            EntityId.COUNTER,
            EntityId.FOLDER,
            EntityId.ENVIRONMENT,
            EntityId.WORKSPACE);
    var ordered = new ArrayList<EntityId>();
    for (var kind : kinds) {
      entities.stream().filter(id -> id.kind().equals(kind)).forEach(ordered::add);
    }
    return ordered;
  }

  private void compare(EntityId id) {
    boolean isThere = now.exists(id);
    if (!existsAfter(id)) {
      // What is there but cannot be made, such as a flag without a variant, is left alone.
      if (isThere && !wanted.exists(id)) {
        deleted.add(new Edit.DeleteEntity(id));
      }
      return;
    }
    if (!isThere) {
      create(id);
    }
    var slots = new TreeSet<Slot>();
    wanted.entity(id).slots().forEach(slots::add);
    if (isThere) {
      now.entity(id).slots().forEach(slots::add);
    }
    for (var slot : slots) {
      if (!isThere || scope.test(slot)) {
        compare(slot, isThere);
      }
    }
    switch (id.kind()) {
      case EntityId.FLAG -> compareRules(id, isThere);
      case EntityId.COUNTER -> compareCounted(id, isThere, slots);
      default -> {}
    }
  }

  /// What was counted by whom stays as it is: the difference is counted by whoever makes the edits.
  private void compareCounted(EntityId id, boolean isThere, Collection<Slot> slots) {
    long difference = 0;
    for (var slot : slots) {
      if (slot instanceof Slot.Field(_, var name)
          && FieldPath.parse(name) instanceof FieldPath.Counted
          && (!isThere || scope.test(slot))) {
        long before = isThere ? Counting.amount(now.value(slot)).orElse(0) : 0;
        difference += Counting.amount(wanted.value(slot)).orElse(0) - before;
      }
    }
    if (difference != 0) {
      fields.add(new Edit.AddToCounter(id.key(), difference));
    }
  }

  private void create(EntityId id) {
    switch (id.kind()) {
      case EntityId.FLAG -> {
        var flag = wanted.flag(id.key()).orElseThrow();
        created.add(
            new Edit.CreateFlag(
                flag.key(),
                flag.type(),
                flag.variants(),
                flag.description(),
                Collections.emptySortedMap()));
      }
      case EntityId.TAG_SET -> {
        var tagSet = wanted.tagSet(id.key()).orElseThrow();
        created.add(new Edit.CreateTagSet(tagSet.key(), tagSet.description()));
      }
      case EntityId.COUNTER -> {
        var counter = wanted.counter(id.key()).orElseThrow();
        created.add(new Edit.CreateCounter(counter.key(), counter.description()));
      }
      case EntityId.ENVIRONMENT -> {
        var environment = wanted.environment(id.key()).orElseThrow();
        created.add(new Edit.CreateEnvironment(environment.name(), environment.order()));
      }
      default -> {} // folders have their own order
    }
  }

  private void compare(Slot slot, boolean isThere) {
    switch (slot) {
      case Slot.Presence _ -> {}
      case Slot.Field field -> compareField(field, isThere);
      case Slot.Element(var id, var set, var element) -> {
        if (set.equals(FieldNames.REQUIRES)) {
          compareRequirement(id.key(), element, isThere);
        } else if (FieldRules.checkSet(id, set).isEmpty()) {
          boolean before = isThere && Contents.isThere(now.siblings(slot));
          boolean after = Contents.isThere(wanted.siblings(slot));
          if (before != after) {
            fields.add(
                after
                    ? new Edit.AddElement(id, set, element)
                    : new Edit.RemoveElement(id, set, element));
          }
        }
      }
    }
  }

  private void compareField(Slot.Field slot, boolean isThere) {
    if (RuleRef.of(slot).isPresent()
        || slot.name().equals(FieldNames.PARENT)
        || (!isThere && isSetByCreating(slot))
        || !isForWhatIsThere(slot)) {
      return;
    }
    var before = isThere ? now.value(slot) : Value.absent();
    var after = wanted.value(slot);
    if (before.equals(after)) {
      return;
    }
    var value = slot.name().equals(FieldNames.FOLDER) ? folder(slot.entity(), after) : after;
    boolean isWritable =
        FieldRules.check(draft, slot, value)
            .filter(refusal -> UNWRITABLE.contains(refusal.reason()))
            .isEmpty();
    if (isWritable && !before.equals(value)) {
      fields.add(new Edit.SetField(slot.entity(), slot.name(), value, seen(slot, isThere)));
    }
  }

  private Optional<SortedSet<Dot>> seen(Slot slot, boolean isThere) {
    // Creating clears what an earlier entity left; that is for the planner to supersede.
    return isThere ? Optional.of(Contents.dots(now.siblings(slot))) : Optional.empty();
  }

  private static boolean isSetByCreating(Slot.Field slot) {
    return switch (slot.entity().kind()) {
      case EntityId.FLAG ->
          slot.name().equals(FieldNames.TYPE)
              || slot.name().equals(FieldNames.DESCRIPTION)
              || FieldPath.parse(slot.name()) instanceof FieldPath.Variant;
      case EntityId.TAG_SET, EntityId.COUNTER -> slot.name().equals(FieldNames.DESCRIPTION);
      case EntityId.ENVIRONMENT -> slot.name().equals(FieldNames.ORDER);
      case EntityId.FOLDER -> slot.name().equals(FieldNames.NAME);
      default -> false;
    };
  }

  /// What flags are set to in an environment that is gone shows nowhere, and nobody sets what a
  /// replica has counted.
  private boolean isForWhatIsThere(Slot.Field slot) {
    return switch (FieldPath.parse(slot.name())) {
      case FieldPath.State(var environment) -> isEnvironment(environment);
      case FieldPath.Default(var environment) -> isEnvironment(environment);
      case FieldPath.Targeting(var environment) -> isEnvironment(environment);
      case FieldPath.Condition _,
          FieldPath.Outcome _,
          FieldPath.Position _,
          FieldPath.Plain _,
          FieldPath.Variant _,
          FieldPath.Metadata _,
          FieldPath.Evaluator _ ->
          true;
      case FieldPath.Counted _ -> false;
    };
  }

  private boolean isEnvironment(String name) {
    return existsAfter(EntityId.environment(name));
  }

  /// The folder that the flag showed in, where it was in one that is gone.
  private Value folder(EntityId flag, Value after) {
    var folder =
        after instanceof Value.Text(var key) && existsAfter(EntityId.folder(key))
            ? Optional.of(key)
            : wanted
                .flag(flag.key())
                .flatMap(Flag::folder)
                .filter(key -> existsAfter(EntityId.folder(key)));
    return folder.<Value>map(Value::of).orElse(Value.absent());
  }

  private void compareRequirement(String flag, String other, boolean isThere) {
    var slot = PrerequisiteEditing.slot(flag, other);
    var before = isThere ? Contents.text(now.siblings(slot)) : Optional.<String>empty();
    var raw = Contents.text(wanted.siblings(slot));
    var after = raw.filter(variant -> canRequire(flag, other, variant));
    if (before.equals(after) || (before.equals(raw) && !now.exists(EntityId.flag(other)))) {
      return;
    }
    if (after.isPresent()) {
      required.add(new Edit.Require(flag, other, after.get()));
    } else {
      unrequired.add(new Edit.Unrequire(flag, other));
    }
  }

  private boolean canRequire(String flag, String other, String variant) {
    var shown = scope.test(new Slot.Presence(EntityId.flag(other))) ? wanted : now;
    return existsAfter(EntityId.flag(other))
        && shown.flag(other).filter(f -> f.variants().containsKey(variant)).isPresent()
        && !wanted.prerequisites().reaches(other, flag);
  }

  private void compareRules(EntityId id, boolean isThere) {
    var after = wanted.flag(id.key()).orElse(null);
    if (after == null) {
      return;
    }
    var names = new TreeSet<>(after.environments().keySet());
    var before = isThere ? now.flag(id.key()) : Optional.<Flag>empty();
    before.ifPresent(flag -> names.addAll(flag.environments().keySet()));
    for (var environment : names) {
      if (isEnvironment(environment)) {
        var from = before.map(flag -> flag.setting(environment).rules()).orElse(List.of());
        var list = new RuleList(id, environment);
        Predicate<Slot> within = isThere ? scope : _ -> true;
        rules.addAll(
            new RulesBetween(list, from, after.setting(environment).rules(), within)
                .edits(rule -> seen(rule, isThere)));
      }
    }
  }

  /// Whether the entity will be there once the edits are done.
  boolean existsAfter(EntityId id) {
    if (!scope.test(new Slot.Presence(id))) {
      return now.exists(id);
    }
    return switch (id.kind()) {
      case EntityId.FLAG ->
          wanted.flag(id.key()).filter(flag -> !flag.variants().isEmpty()).isPresent();
      case EntityId.ENVIRONMENT ->
          // The last one cannot be deleted.
          wanted.environments().isEmpty() ? now.exists(id) : wanted.exists(id);
      default -> wanted.exists(id);
    };
  }

  Workspace now() {
    return now;
  }

  Workspace wanted() {
    return wanted;
  }

  boolean isInScope(Slot slot) {
    return scope.test(slot);
  }
}
