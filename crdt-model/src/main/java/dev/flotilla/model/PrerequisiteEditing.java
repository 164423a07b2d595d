package dev.flotilla.model;

import static dev.flotilla.model.Sentences.quoted;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit.Require;
import dev.flotilla.model.Edit.Unrequire;
import dev.flotilla.model.Refusal.Reason;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// Edits of what flags require of each other.
final class PrerequisiteEditing {
  private final Draft draft;
  private final Set<Slot.Element> required = new LinkedHashSet<>();
  private final Set<String> deleted = new LinkedHashSet<>();

  PrerequisiteEditing(Draft draft) {
    this.draft = draft;
  }

  static Slot.Element slot(String flag, String other) {
    return new Slot.Element(EntityId.flag(flag), FieldNames.REQUIRES, other);
  }

  Optional<Refusal> require(Require edit) {
    return require(edit, Contents.dots(draft.siblings(slot(edit.flag(), edit.other()))));
  }

  Optional<Refusal> require(Require edit, SortedSet<Dot> supersedes) {
    return exists(edit.flag())
        .or(() -> exists(edit.other()))
        .or(() -> checkCycle(edit))
        .or(() -> {
          required.add(slot(edit.flag(), edit.other()));
          return requireAgain(edit, supersedes);
        });
  }

  /// The same although it makes a circle, or the variant is gone: it was so before.
  Optional<Refusal> requireAgain(Require edit, SortedSet<Dot> supersedes) {
    var problem = exists(edit.flag()).or(() -> exists(edit.other()));
    if (problem.isEmpty()) {
      var slot = slot(edit.flag(), edit.other());
      draft.touch(slot.entity());
      // Whoever deletes it meanwhile has not seen that it is needed.
      draft.touch(EntityId.flag(edit.other()));
      draft.write(slot, Value.of(edit.variant()), supersedes);
    }
    return problem;
  }

  Optional<Refusal> unrequire(Unrequire edit) {
    var slot = slot(edit.flag(), edit.other());
    var problem = exists(edit.flag()).or(() -> checkRequired(slot));
    if (problem.isEmpty()) {
      draft.touch(slot.entity());
      draft.write(slot, Value.absent());
    }
    return problem;
  }

  /// Notes that an entity is deleted.
  void noteDeleted(EntityId id) {
    if (id.kind().equals(EntityId.FLAG)) {
      deleted.add(id.key());
    }
  }

  /// What can only be said after the last edit.
  Optional<Refusal> check(Workspace now) {
    for (var slot : required) {
      var variant = Contents.text(draft.siblings(slot));
      var other = now.flag(slot.element());
      if (now.exists(slot.entity())
          && variant.isPresent()
          && other.isPresent()
          && !other.get().variants().containsKey(variant.get())) {
        return Optional.of(Sentences.unknownVariant(other.get(), variant.get()));
      }
    }
    for (var flag : deleted) {
      var requiring = Prerequisites.requiring(now, flag);
      if (!now.exists(EntityId.flag(flag)) && !requiring.isEmpty()) {
        return Optional.of(
            new Refusal(
                Reason.IN_USE,
                "Flag %s is required by %s. Remove that prerequisite first."
                    .formatted(quoted(flag), Sentences.listed(requiring))));
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> exists(String flag) {
    var id = EntityId.flag(flag);
    return draft.exists(id) ? Optional.empty() : Optional.of(Sentences.unknown(draft.now(), id));
  }

  private Optional<Refusal> checkCycle(Require edit) {
    if (edit.flag().equals(edit.other())) {
      return Optional.of(
          new Refusal(
              Reason.CYCLE, "Flag %s cannot require itself.".formatted(quoted(edit.flag()))));
    }
    return draft.now().prerequisites().reaches(edit.other(), edit.flag())
        ? Optional.of(
            new Refusal(
                Reason.CYCLE,
                "Flag %s cannot require %s, which requires %s already, directly or through others."
                    .formatted(quoted(edit.flag()), quoted(edit.other()), quoted(edit.flag()))))
        : Optional.empty();
  }

  private Optional<Refusal> checkRequired(Slot.Element slot) {
    if (Contents.text(draft.siblings(slot)).isPresent()) {
      return Optional.empty();
    }
    var flag = draft.now().flag(slot.entity().key()).orElseThrow();
    return Optional.of(
        new Refusal(
            Reason.UNKNOWN_ELEMENT,
            "Flag %s does not require %s.%s"
                .formatted(
                    quoted(flag.key()),
                    quoted(slot.element()),
                    Sentences.choices(
                        "Prerequisites", slot.element(), flag.prerequisites().keySet()))));
  }
}
