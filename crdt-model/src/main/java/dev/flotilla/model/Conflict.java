package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Concurrent edits that do not agree. A value: equal on every replica that has the same changes.
///
/// `alternatives` has two entries at least; the first is what applications read now.
public sealed interface Conflict {
  /// The slot whose siblings do not agree.
  Slot slot();

  /// Eight hexadecimal digits that name this conflict on every replica: a hash over the slot and
  /// the writes that do not agree. A further concurrent write makes another conflict with another
  /// id, so that nobody resolves what they have not seen.
  String id();

  /// What was written, the value that applications read now first.
  List<Alternative> alternatives();

  /// Whether the conflict concerns the entity.
  default boolean concerns(EntityId entity) {
    return switch (this) {
      case PrerequisiteCycle(_, _, _, var flags) ->
          entity.kind().equals(EntityId.FLAG) && flags.contains(entity.key());
      case FolderCycle(_, _, _, var folder, var wanted) ->
          entity.kind().equals(EntityId.FOLDER)
              && (entity.key().equals(folder) || entity.key().equals(wanted));
      case WriteWrite _,
          DeleteUpdate _,
          AddRemove _,
          RemovedRule _,
          MovedRule _,
          Requirement _,
          MovedFolder _,
          MissingVariant _,
          WrongType _ ->
          entity.equals(entity());
    };
  }

  /// The entity in which the conflict is.
  default EntityId entity() {
    return slot().entity();
  }

  /// All writes that do not agree: what a resolution replaces.
  default SortedSet<Dot> dots() {
    var all = new TreeSet<Dot>();
    for (var alternative : alternatives()) {
      all.addAll(alternative.dots());
    }
    return all;
  }

  /// The field or the set in which the conflict is; none if the presence of the entity is disputed.
  default Optional<String> place() {
    return switch (this) {
      case WriteWrite(var slot, _, _) -> Optional.of(slot.name());
      case DeleteUpdate _ -> Optional.empty();
      case AddRemove(var slot, _, _) -> Optional.of(slot.set());
      case RemovedRule(var slot, _, _) -> Optional.of(slot.set());
      case MovedRule(var slot, _, _, _) -> Optional.of(slot.name());
      case Requirement(var slot, _, _) -> Optional.of(slot.set());
      case PrerequisiteCycle(var slot, _, _, _) -> Optional.of(slot.set());
      case MovedFolder(var slot, _, _, _) -> Optional.of(slot.name());
      case FolderCycle(var slot, _, _, _, _) -> Optional.of(slot.name());
      case MissingVariant(Slot.Element slot, _, _, _, _) -> Optional.of(slot.set());
      case MissingVariant(Slot.Field slot, _, _, _, _) -> Optional.of(slot.name());
      case MissingVariant _ -> Optional.empty();
      case WrongType(var slot, _, _, _) -> Optional.of(slot.name());
    };
  }

  /// Several values were written to one field.
  record WriteWrite(Slot.Field slot, String id, List<Alternative> alternatives)
      implements Conflict {
    public WriteWrite {
      alternatives = List.copyOf(alternatives);
    }

    /// The name of the field.
    public String field() {
      return slot.name();
    }
  }

  /// The entity was deleted while somebody edited it; it is still there. Alternative 0 keeps it, 1
  /// deletes it.
  record DeleteUpdate(Slot.Presence slot, String id, List<Alternative> alternatives)
      implements Conflict {
    public DeleteUpdate {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A targeting rule was removed while somebody edited it; it is still there. Alternative 0 keeps
  /// it, 1 removes it.
  record RemovedRule(Slot.Element slot, String id, List<Alternative> alternatives)
      implements Conflict {
    public RemovedRule {
      alternatives = List.copyOf(alternatives);
    }

    /// The environment in which the rule is.
    public String environment() {
      return RuleRef.of(slot).map(RuleRef::environment).orElse("");
    }

    /// The id of the rule.
    public String rule() {
      return slot.element();
    }
  }

  /// A targeting rule was moved to several places; it stands at the first one.
  ///
  /// @param places where among the rules it stands with each alternative, counted from 1
  record MovedRule(Slot.Field slot, String id, List<Alternative> alternatives, List<Integer> places)
      implements Conflict {
    public MovedRule {
      alternatives = List.copyOf(alternatives);
      places = List.copyOf(places);
    }

    /// The environment in which the rule is.
    public String environment() {
      return RuleRef.of(slot).map(RuleRef::environment).orElse("");
    }

    /// The id of the rule.
    public String rule() {
      return RuleRef.of(slot).map(RuleRef::id).orElse("");
    }
  }

  /// A flag was made to require several variants of another one, or the prerequisite was removed
  /// while somebody set it. The first alternative counts; one without a value removes it.
  record Requirement(Slot.Element slot, String id, List<Alternative> alternatives)
      implements Conflict {
    public Requirement {
      alternatives = List.copyOf(alternatives);
    }

    /// The flag that is required.
    public String other() {
      return slot.element();
    }
  }

  /// Flags require each other in a circle, which no single edit would have made. Each alternative
  /// removes one prerequisite: the n-th that of the n-th flag, which requires the one after it, and
  /// the last the first. Until then all of them count.
  ///
  /// @param flags in the order in which they require each other, the least first
  record PrerequisiteCycle(
      Slot.Element slot, String id, List<Alternative> alternatives, List<String> flags)
      implements Conflict {
    public PrerequisiteCycle {
      alternatives = List.copyOf(alternatives);
      flags = List.copyOf(flags);
    }

    /// What the flag at `index` requires.
    public String required(int index) {
      return flags.get((index + 1) % flags.size());
    }
  }

  /// A folder was put into several others; it is in the first one.
  ///
  /// @param parents where it is with each alternative; none: at the top
  record MovedFolder(
      Slot.Field slot, String id, List<Alternative> alternatives, List<Optional<String>> parents)
      implements Conflict {
    public MovedFolder {
      alternatives = List.copyOf(alternatives);
      parents = List.copyOf(parents);
    }

    /// The key of the folder.
    public String folder() {
      return slot.entity().key();
    }
  }

  /// A folder was put into another that somebody put into the first one; that had come before, so
  /// the folder is where it was. Alternative 0 leaves it there; 1 puts it into the other one, which
  /// takes its place.
  ///
  /// @param wanted the folder into which it was put in vain
  record FolderCycle(
      Slot.Field slot, String id, List<Alternative> alternatives, String folder, String wanted)
      implements Conflict {
    public FolderCycle {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// A variant was removed while somebody began to use it: as the default of an environment, as the
  /// outcome of a rule, or as what another flag requires. It is gone; where it is used,
  /// applications get the value in their code, and what requires it is not served. Alternative 0
  /// leaves it gone: then the default is not set, the rule goes, nothing is required. Alternative 1
  /// wants the variant back, whose value the workspace does not have any more: it takes
  /// [Choice.Put].
  ///
  /// @param slot where it is said that the variant is used
  /// @param flag the flag that had the variant
  record MissingVariant(
      Slot slot, String id, List<Alternative> alternatives, String flag, String variant)
      implements Conflict {
    public MissingVariant {
      alternatives = List.copyOf(alternatives);
    }

    /// The environment in which the variant is used; none if another flag requires it.
    public Optional<String> environment() {
      return slot instanceof Slot.Field(_, var name)
          ? switch (FieldPath.parse(name)) {
            case FieldPath.Default(var environment) -> Optional.of(environment);
            case FieldPath.Outcome(var environment, _) -> Optional.of(environment);
            case FieldPath _ -> Optional.empty();
          }
          : Optional.empty();
    }

    /// The rule that leads to the variant; none if it is used otherwise.
    public Optional<String> rule() {
      return RuleRef.of(slot).map(RuleRef::id);
    }
  }

  /// The type of a flag was changed while somebody gave it a variant of another one. Applications
  /// do not get that variant. Alternative 0 leaves the type and removes the variant, 1 gives the
  /// flag the type of the variant; a value of the right type ([Choice.Put]) settles it as well.
  ///
  /// @param type the type that the flag has
  record WrongType(Slot.Field slot, String id, List<Alternative> alternatives, FlagType type)
      implements Conflict {
    public WrongType {
      alternatives = List.copyOf(alternatives);
    }

    /// The name of the variant.
    public String variant() {
      return FieldPath.parse(slot.name()) instanceof FieldPath.Variant(var name) ? name : "";
    }
  }

  /// An element was removed from a set while somebody added it; it is still there. Alternative 0
  /// keeps it, 1 removes it.
  record AddRemove(Slot.Element slot, String id, List<Alternative> alternatives)
      implements Conflict {
    public AddRemove {
      alternatives = List.copyOf(alternatives);
    }

    /// The name of the set.
    public String set() {
      return slot.set();
    }

    /// The disputed element.
    public String element() {
      return slot.element();
    }
  }
}
