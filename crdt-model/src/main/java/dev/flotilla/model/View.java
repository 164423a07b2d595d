package dev.flotilla.model;

import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What people and applications see of an entity, by its kind.
sealed interface View {
  /// A tag set before its last writes, which have yet to be looked at.
  non-sealed interface Outdated extends View {}

  record OfFlag(Flag flag) implements View {}

  /// @param latest what its last change is from
  record OfTagSet(TagSet tagSet, TagSetReading.Latest latest) implements View {}

  record OfFolder(Folder folder) implements View {}

  record OfCounter(Counter counter) implements View {}

  record OfEnvironment(Environment environment) implements View {}

  /// The workspace, and kinds that this program does not know.
  record Nothing() implements View {}

  static View of(Entity entity) {
    var key = entity.id().key();
    return switch (entity.id().kind()) {
      case EntityId.FLAG -> new OfFlag(new Reading(entity).flag(key));
      case EntityId.TAG_SET -> TagSetReading.of(entity, null);
      case EntityId.FOLDER -> new OfFolder(new Reading(entity).folder(key));
      case EntityId.COUNTER -> new OfCounter(new Reading(entity).counter(key));
      case EntityId.ENVIRONMENT -> new OfEnvironment(new Reading(entity).environment(key));
      default -> new Nothing();
    };
  }

  /// One pass over the slots of an entity, sorted into what views are made of. Values of an
  /// unexpected type read as not set: another program may have written them.
  final class Reading {
    private final Entity entity;
    private final SortedMap<String, Value> plain = new TreeMap<>();
    private final SortedMap<String, Value> variants = new TreeMap<>();
    private final SortedMap<String, Value> metadata = new TreeMap<>();
    private final SortedMap<String, String> evaluators = new TreeMap<>();
    private final SortedMap<String, FlagSetting> settings = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> sets = new TreeMap<>();
    private final SortedMap<String, String> required = new TreeMap<>();
    private final SortedMap<ReplicaId, Long> counted = new TreeMap<>();
    private final RuleReading rules = new RuleReading();
    private @Nullable Dotted<Stamped<Value>> last;

    Reading(Entity entity) {
      this.entity = entity;
      entity.forEachSlot(this::add);
    }

    Flag flag(String key) {
      addRules();
      var type =
          text(FieldNames.TYPE)
              .flatMap(FlagType::parse)
              .or(this::likelyType)
              .orElse(FlagType.BOOLEAN);
      return new Flag(
          key,
          type,
          text(FieldNames.DESCRIPTION).orElse(""),
          text(FieldNames.OWNER).orElse(""),
          text(FieldNames.KIND).flatMap(FlagKind::parse),
          flag(plain.get(FieldNames.ARCHIVED)),
          set(FieldNames.TAGS),
          Collections.unmodifiableSortedMap(variants),
          Collections.unmodifiableSortedMap(settings),
          Collections.unmodifiableSortedMap(metadata),
          List.copyOf(set(FieldNames.LINKS)),
          text(FieldNames.FOLDER),
          required.isEmpty()
              ? Collections.emptySortedMap()
              : Collections.unmodifiableSortedMap(required),
          lastChange(),
          isConflicted());
    }

    /// Where it is and what is in it is not known here.
    Folder folder(String key) {
      var name = text(FieldNames.NAME).orElse(key);
      return new Folder(
          key,
          name,
          text(FieldNames.DESCRIPTION).orElse(""),
          Optional.empty(),
          name,
          0,
          lastChange(),
          isConflicted());
    }

    Counter counter(String key) {
      return new Counter(
          key,
          text(FieldNames.DESCRIPTION).orElse(""),
          Collections.unmodifiableSortedMap(counted),
          lastChange(),
          isConflicted());
    }

    Environment environment(String name) {
      return new Environment(
          name,
          order(),
          flag(plain.get(FieldNames.PROTECTED)),
          Collections.unmodifiableSortedMap(evaluators),
          Collections.unmodifiableSortedMap(metadata),
          lastChange(),
          isConflicted());
    }

    private void add(Slot slot, DotFun<Stamped<Value>> siblings) {
      for (var sibling : siblings.entries()) {
        if (last == null || Siblings.compare(sibling, last) > 0) {
          last = sibling;
        }
      }
      switch (slot) {
        case Slot.Presence _ -> {}
        case Slot.Element(_, var set, var element) -> {
          rules.add(slot, siblings);
          if (set.equals(FieldNames.REQUIRES)) {
            Contents.text(siblings).ifPresent(variant -> required.put(element, variant));
          } else if (Contents.isThere(siblings)) {
            sets.computeIfAbsent(set, _ -> new TreeSet<>()).add(element);
          }
        }
        case Slot.Field(_, var name) -> {
          var value = Contents.value(siblings);
          var path = FieldPath.parse(name);
          rules.add(path, siblings);
          if (value.isPresent()) {
            addField(path, value);
          }
        }
      }
    }

    private void addField(FieldPath path, Value value) {
      switch (path) {
        case FieldPath.Plain(var name) -> plain.put(name, value);
        case FieldPath.Variant(var name) -> variants.put(name, value);
        case FieldPath.Metadata(var key) -> metadata.put(key, value);
        case FieldPath.Evaluator(var name) ->
            json(value).ifPresent(rule -> evaluators.put(name, rule));
        case FieldPath.State(var environment) -> {
          var old = setting(environment);
          settings.put(
              environment, new FlagSetting(flag(value), old.defaultVariant(), old.targeting()));
        }
        case FieldPath.Default(var environment) -> {
          var old = setting(environment);
          settings.put(environment, new FlagSetting(old.enabled(), text(value), old.targeting()));
        }
        case FieldPath.Targeting(var environment) -> {
          var old = setting(environment);
          settings.put(
              environment, new FlagSetting(old.enabled(), old.defaultVariant(), json(value)));
        }
        case FieldPath.Counted(var replica) ->
            Counting.replica(replica)
                .ifPresent(
                    by -> Counting.amount(value).ifPresent(amount -> counted.put(by, amount)));
        case FieldPath.Condition _, FieldPath.Outcome _, FieldPath.Position _ -> {}
      }
    }

    private void addRules() {
      rules
          .placed(entity)
          .forEach((environment, placed) -> {
            var old = setting(environment);
            var list = placed.stream().map(RuleReading.Placed::rule).toList();
            settings.put(
                environment,
                new FlagSetting(old.enabled(), old.defaultVariant(), old.targeting(), list));
          });
    }

    private FlagSetting setting(String environment) {
      return settings.getOrDefault(environment, FlagSetting.OFF);
    }

    private Optional<FlagType> likelyType() {
      return variants.values().stream().findFirst().flatMap(FlagType::of);
    }

    private Optional<String> text(String field) {
      return text(plain.get(field));
    }

    private SortedSet<String> set(String name) {
      return Collections.unmodifiableSortedSet(sets.getOrDefault(name, new TreeSet<>()));
    }

    private int order() {
      return plain.get(FieldNames.ORDER) instanceof Value.Number(BigDecimal order)
          ? order.intValue()
          : 0;
    }

    private boolean isConflicted() {
      // Whether one about settings counts depends on whether the environment is there.
      return entity.conflicts().stream()
          .anyMatch(conflict -> !(conflict instanceof Conflict.MissingVariant));
    }

    private LastChange lastChange() {
      var sibling = last;
      if (sibling == null) {
        throw new IllegalStateException("an entity without a write: " + entity.id());
      }
      return new LastChange(sibling.dot().replica(), sibling.value().at());
    }

    private static boolean flag(@Nullable Value value) {
      return value != null && Contents.isTrue(value);
    }

    private static Optional<String> text(@Nullable Value value) {
      return value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> json(@Nullable Value value) {
      return value instanceof Value.Json(var text) ? Optional.of(text) : Optional.empty();
    }
  }
}
