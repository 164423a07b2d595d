package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What somebody wants to be changed. Pure data: [EditPlanner] says whether it can be done and how.
public sealed interface Edit {
  /// Creates a flag.
  ///
  /// @param settings what it does in which environment
  record CreateFlag(
      String key,
      FlagType type,
      SortedMap<String, Value> variants,
      String description,
      SortedMap<String, FlagSetting> settings)
      implements Edit {
    public CreateFlag {
      variants = Collections.unmodifiableSortedMap(new TreeMap<>(variants));
      settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /// A boolean flag with the variants `on` and `off`, disabled everywhere.
    public static CreateFlag bool(String key) {
      var variants = new TreeMap<String, Value>();
      variants.put("on", Value.Bool.TRUE);
      variants.put("off", Value.Bool.FALSE);
      return new CreateFlag(key, FlagType.BOOLEAN, variants, "", new TreeMap<>());
    }

    /// The same flag with these settings.
    public CreateFlag withSettings(Map<String, FlagSetting> newSettings) {
      return new CreateFlag(key, type, variants, description, new TreeMap<>(newSettings));
    }

    /// The same flag with this description.
    public CreateFlag withDescription(String newDescription) {
      return new CreateFlag(key, type, variants, newDescription, settings);
    }
  }

  /// Creates an empty tag set.
  record CreateTagSet(String key, String description) implements Edit {}

  /// Creates an environment. Smaller orders are listed first.
  record CreateEnvironment(String name, int order) implements Edit {}

  /// Creates a folder.
  ///
  /// @param parent the folder it is in; none: the top level
  record CreateFolder(String key, String name, Optional<String> parent) implements Edit {}

  /// Puts a folder, with all that is in it, into another or to the top level.
  record MoveFolder(String folder, Optional<String> parent) implements Edit {}

  /// Makes a flag require that another one serves a variant.
  record Require(String flag, String other, String variant) implements Edit {}

  /// Makes a flag require another one no longer.
  record Unrequire(String flag, String other) implements Edit {}

  /// Creates a counter that stands at 0.
  record CreateCounter(String key, String description) implements Edit {}

  /// Adds to a counter, or takes away where `amount` is negative. Everybody's amounts count,
  /// however many people add at once.
  record AddToCounter(String counter, long amount) implements Edit {}

  /// Deletes a flag, a tag set, an environment, a folder or a counter.
  record DeleteEntity(EntityId entity) implements Edit {}

  /// Sets a field, or clears it with [Value.Absent].
  ///
  /// @param seen the writes of the field that the editor showed; empty: those that are there now.
  ///   What was not seen is not replaced and becomes a conflict.
  record SetField(EntityId entity, String field, Value value, Optional<SortedSet<Dot>> seen)
      implements Edit {
    public SetField {
      seen = seen.map(dots -> Collections.unmodifiableSortedSet(new TreeSet<>(dots)));
    }

    /// Sets a field, whatever is in it now.
    public SetField(EntityId entity, String field, Value value) {
      this(entity, field, value, Optional.empty());
    }

    /// Sets a field, answering exactly the writes that `shown` has of it.
    public static SetField answering(Workspace shown, Slot.Field slot, Value value) {
      var seen = Contents.dots(shown.siblings(slot));
      return new SetField(slot.entity(), slot.name(), value, Optional.of(seen));
    }
  }

  /// Adds an element to a set, for instance a tag to a flag.
  record AddElement(EntityId entity, String set, String element) implements Edit {}

  /// Removes an element from a set.
  record RemoveElement(EntityId entity, String set, String element) implements Edit {}

  /// Adds a targeting rule to a flag in an environment.
  record AddRule(String flag, String environment, RuleDraft rule, Place place) implements Edit {}

  /// Puts a rule somewhere else among the rules of its list.
  ///
  /// @param rule its id, or a start of it that no other has ([FlagSetting#rule])
  record MoveRule(String flag, String environment, String rule, Place place) implements Edit {}

  /// Removes a rule.
  ///
  /// @param rule its id, or a start of it that no other has ([FlagSetting#rule])
  record RemoveRule(String flag, String environment, String rule) implements Edit {}

  /// Replaces all rules and the targeting of a flag in an environment: what an import does, and
  /// what takes a hand-written chain of conditions apart.
  ///
  /// @param rest the targeting for what no rule applies to
  record ReplaceTargeting(
      String flag, String environment, List<RuleDraft> rules, Optional<String> rest)
      implements Edit {
    public ReplaceTargeting {
      rules = List.copyOf(rules);
    }
  }

  /// Puts back what was in a slot before one's own writes: what takes an edit back. Only what is
  /// still there of these writes is replaced, so that nothing of others is lost; where all was
  /// replaced, or what it belongs to is gone, nothing happens. An entity or a rule that was deleted
  /// comes back as it was, under its id. Several values come back as the conflict that they were.
  /// What the author has counted since stays counted. Flags must fit together afterwards, unless
  /// what comes back was a conflict just because they did not.
  ///
  /// @param undone the own writes
  /// @param written the value of the last of them
  /// @param before what they replaced, the value that applications read first; none: nothing
  /// @param wasUnfit whether that was in a conflict about parts that do not fit together
  record PutBack(
      Slot slot, SortedSet<Dot> undone, Value written, List<Earlier> before, boolean wasUnfit)
      implements Edit {
    /// A write that was in a slot.
    public record Earlier(Dot dot, Value value) {}

    public PutBack {
      undone = Collections.unmodifiableSortedSet(new TreeSet<>(undone));
      before = List.copyOf(before);
    }

    /// Puts back what did fit.
    public PutBack(Slot slot, SortedSet<Dot> undone, Value written, List<Earlier> before) {
      this(slot, undone, written, before, false);
    }
  }

  /// Resolves the conflict that has this id.
  record Resolve(String conflictId, Choice choice) implements Edit {}

  /// Sets when a rule applies.
  ///
  /// @param rule its whole id
  static Edit setCondition(
      String flag, String environment, String rule, Optional<String> condition) {
    return new SetField(
        EntityId.flag(flag),
        FieldNames.condition(environment, rule),
        new RuleDraft(condition, Value.absent()).conditionValue());
  }

  /// Sets what a rule leads to.
  ///
  /// @param rule its whole id
  static Edit setOutcome(String flag, String environment, String rule, Value outcome) {
    return new SetField(EntityId.flag(flag), FieldNames.outcome(environment, rule), outcome);
  }

  /// Puts a flag into a folder, or to the top level.
  static Edit putInto(String flag, Optional<String> folder) {
    return new SetField(
        EntityId.flag(flag),
        FieldNames.FOLDER,
        folder.<Value>map(Value::of).orElse(Value.absent()));
  }

  /// Adds a tag to a flag.
  static Edit tag(String flag, String tag) {
    return new AddElement(EntityId.flag(flag), FieldNames.TAGS, tag);
  }

  /// Removes a tag from a flag.
  static Edit untag(String flag, String tag) {
    return new RemoveElement(EntityId.flag(flag), FieldNames.TAGS, tag);
  }
}
