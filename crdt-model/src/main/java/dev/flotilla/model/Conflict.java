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
