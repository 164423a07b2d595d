package dev.flotilla.testkit.workspace;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.FlagType;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Edits that somebody might make, over so few keys that they often meet. Some of them are refused.
public final class RandomEdits {
  private static final List<String> KEYS = List.of("alpha", "beta", "gamma");
  private static final List<String> ENVIRONMENTS = List.of("development", "production", "staging");

  /// Where rules are edited: few places, so that edits of one rule meet.
  private static final List<String> RULED = List.of("development", "production");

  private static final List<String> VARIANTS = List.of("on", "off", "dim");
  private static final List<String> TAGS = List.of("ui", "pay", "ü");

  private RandomEdits() {}

  /// An edit for somebody who sees `now`.
  public static Edit any(Workspace now, RandomGenerator random) {
    var flag = Samples.oneOf(random, KEYS);
    var tag = Samples.oneOf(random, TAGS);
    return switch (random.nextInt(22)) {
      case 0, 1 -> create(flag, random);
      case 2 -> new Edit.DeleteEntity(EntityId.flag(flag));
      case 3, 4 -> Edit.tag(flag, tag);
      case 5 -> Edit.untag(flag, tag);
      case 6 -> new Edit.CreateTagSet(flag, Samples.oneOf(random, TAGS));
      case 7 -> new Edit.AddElement(EntityId.tagSet(flag), FieldNames.MEMBERS, tag);
      case 8 -> new Edit.RemoveElement(EntityId.tagSet(flag), FieldNames.MEMBERS, tag);
      case 9 -> new Edit.DeleteEntity(EntityId.tagSet(flag));
      case 10 -> environment(random);
      case 11, 12 -> resolve(now, random);
      case 13, 14, 15 -> rule(now, random);
      case 16 -> prerequisite(random);
      case 17, 18 -> folder(random);
      default -> setField(now, flag, random);
    };
  }

  /// An edit of the targeting rules of one flag.
  static Edit rule(Workspace now, RandomGenerator random) {
    return RandomRules.any(now, KEYS.getFirst(), Samples.oneOf(random, RULED), random);
  }

  /// An edit of what flags require of each other.
  static Edit prerequisite(RandomGenerator random) {
    return RandomLinks.prerequisite(
        Samples.oneOf(random, KEYS), Samples.oneOf(random, KEYS), random);
  }

  /// An edit of folders.
  static Edit folder(RandomGenerator random) {
    return RandomLinks.folder(Samples.oneOf(random, KEYS), random);
  }

  private static Edit create(String key, RandomGenerator random) {
    var type = random.nextInt(4) == 0 ? FlagType.STRING : FlagType.BOOLEAN;
    var variants = new TreeMap<String, Value>();
    for (var name : VARIANTS) {
      if (variants.isEmpty() || random.nextBoolean()) {
        variants.put(
            name, type == FlagType.STRING ? Value.of(name) : Value.of(random.nextBoolean()));
      }
    }
    var settings =
        Map.of(Samples.oneOf(random, ENVIRONMENTS), FlagSetting.of(random.nextBoolean(), "on"));
    return new Edit.CreateFlag(key, type, variants, Samples.oneOf(random, TAGS), new TreeMap<>())
        .withSettings(random.nextBoolean() ? settings : Map.of());
  }

  private static Edit environment(RandomGenerator random) {
    var name = Samples.oneOf(random, ENVIRONMENTS);
    return random.nextBoolean()
        ? new Edit.CreateEnvironment(name, random.nextInt(3))
        : new Edit.DeleteEntity(EntityId.environment(name));
  }

  private static Edit setField(Workspace now, String key, RandomGenerator random) {
    var id = EntityId.flag(key);
    var field = field(random);
    var value = random.nextInt(4) == 0 ? Value.absent() : value(field, random);
    var siblings = List.copyOf(now.register(new Slot.Field(id, field)).siblings().keySet());
    Optional<TreeSet<Dot>> seen =
        random.nextInt(3) == 0
            ? Optional.of(new TreeSet<>(Samples.some(random, siblings)))
            : Optional.empty();
    return new Edit.SetField(id, field, value, seen.map(dots -> dots));
  }

  private static String field(RandomGenerator random) {
    var environment = Samples.oneOf(random, ENVIRONMENTS);
    return switch (random.nextInt(7)) {
      case 0 -> FieldNames.DESCRIPTION;
      case 1 -> FieldNames.variant(Samples.oneOf(random, VARIANTS));
      case 2, 3 -> FieldNames.state(environment);
      case 4 -> FieldNames.defaultVariant(environment);
      case 5 -> FieldNames.metadata(Samples.oneOf(random, TAGS));
      default -> FieldNames.ARCHIVED;
    };
  }

  private static Value value(String field, RandomGenerator random) {
    if (field.endsWith("/default")) {
      return Value.of(Samples.oneOf(random, VARIANTS));
    }
    if (field.equals(FieldNames.DESCRIPTION)) {
      return Value.of(Samples.oneOf(random, TAGS));
    }
    return Value.of(random.nextBoolean());
  }

  private static Edit resolve(Workspace now, RandomGenerator random) {
    var conflicts = now.conflicts();
    if (conflicts.isEmpty()) {
      return Edit.tag(Samples.oneOf(random, KEYS), Samples.oneOf(random, TAGS));
    }
    var conflict = Samples.oneOf(random, conflicts);
    boolean takesValue =
        conflict instanceof Conflict.MissingVariant || conflict instanceof Conflict.WrongType;
    if (takesValue && random.nextBoolean()) {
      return new Edit.Resolve(
          conflict.id(),
          new Choice.Put(Samples.oneOf(random, List.of(Value.of(true), Value.of("on")))));
    }
    return new Edit.Resolve(
        conflict.id(), new Choice.Pick(random.nextInt(conflict.alternatives().size())));
  }
}
