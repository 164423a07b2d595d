package dev.flotilla.model;

import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Edit.AddElement;
import dev.flotilla.model.Edit.AddRule;
import dev.flotilla.model.Edit.AddToCounter;
import dev.flotilla.model.Edit.CreateCounter;
import dev.flotilla.model.Edit.CreateEnvironment;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Edit.CreateFolder;
import dev.flotilla.model.Edit.CreateTagSet;
import dev.flotilla.model.Edit.DeleteEntity;
import dev.flotilla.model.Edit.MoveFolder;
import dev.flotilla.model.Edit.MoveRule;
import dev.flotilla.model.Edit.PutBack;
import dev.flotilla.model.Edit.RemoveElement;
import dev.flotilla.model.Edit.RemoveRule;
import dev.flotilla.model.Edit.ReplaceTargeting;
import dev.flotilla.model.Edit.Require;
import dev.flotilla.model.Edit.Resolve;
import dev.flotilla.model.Edit.SetField;
import dev.flotilla.model.Edit.Unrequire;
import dev.flotilla.model.Refusal.Reason;
import java.util.Optional;
import java.util.SortedSet;

/// Does one edit after the other in a draft, or says why one cannot be done.
final class Editing {
  private final Draft draft;
  private final FlagChecks flagChecks = new FlagChecks();
  private final RuleEditing rules;
  private final PrerequisiteEditing prerequisites;
  private final FolderEditing folders;
  private final Creating creating;
  private final Counting counting;
  private final Resolving resolving;
  private final PuttingBack puttingBack;

  Editing(Draft draft) {
    this.draft = draft;
    this.rules = new RuleEditing(draft, flagChecks);
    this.prerequisites = new PrerequisiteEditing(draft);
    this.folders = new FolderEditing(draft);
    this.creating = new Creating(draft, flagChecks, rules, folders);
    this.counting = new Counting(draft);
    this.resolving = new Resolving(this, draft, flagChecks);
    this.puttingBack = new PuttingBack(this, draft);
  }

  RuleEditing rules() {
    return rules;
  }

  FolderEditing folders() {
    return folders;
  }

  Counting counting() {
    return counting;
  }

  PrerequisiteEditing prerequisites() {
    return prerequisites;
  }

  Optional<Refusal> apply(Edit edit) {
    return switch (edit) {
      case CreateFlag create -> creating.flag(create);
      case CreateTagSet(var key, var description) -> creating.tagSet(key, description);
      case CreateEnvironment(var name, int order) -> creating.environment(name, order);
      case DeleteEntity(var entity) -> delete(entity);
      case SetField set -> setField(set);
      case AddElement(var entity, var set, var element) -> addElement(entity, set, element);
      case RemoveElement(var entity, var set, var element) -> removeElement(entity, set, element);
      case AddRule add -> rules.add(add);
      case MoveRule move -> rules.move(move);
      case RemoveRule remove -> rules.remove(remove);
      case ReplaceTargeting replace -> rules.replace(replace);
      case CreateFolder create -> creating.folder(create);
      case CreateCounter(var key, var description) -> creating.counter(key, description);
      case AddToCounter add -> counting.add(add);
      case MoveFolder move -> folders.move(move);
      case Require require -> prerequisites.require(require);
      case Unrequire unrequire -> prerequisites.unrequire(unrequire);
      case Resolve(var conflictId, var choice) -> resolving.resolve(conflictId, choice);
      case PutBack putBack -> puttingBack.apply(putBack);
    };
  }

  /// What can only be said after the last edit, because edits of one list may come in any order.
  Optional<Refusal> checkAll() {
    return flagChecks.check(draft.now()).or(() -> prerequisites.check(draft.now()));
  }

  Optional<Refusal> delete(EntityId id) {
    var problem = checkExists(id).or(() -> checkNotLast(id));
    if (problem.isPresent()) {
      return problem;
    }
    prerequisites.noteDeleted(id);
    draft.setPresence(id, Value.absent());
    return Optional.empty();
  }

  private Optional<Refusal> checkNotLast(EntityId id) {
    if (id.kind().equals(EntityId.WORKSPACE)) {
      return Optional.of(
          new Refusal(Reason.UNKNOWN_ENTITY, "The workspace itself cannot be deleted."));
    }
    boolean last = id.kind().equals(EntityId.ENVIRONMENT) && draft.now().environments().size() == 1;
    return last
        ? Optional.of(
            new Refusal(
                Reason.LAST_ENVIRONMENT,
                "%s is the last environment. Create another one before you delete it."
                    .formatted(Sentences.quoted(id.key()))))
        : Optional.empty();
  }

  private Optional<Refusal> setField(SetField edit) {
    var slot = new Slot.Field(edit.entity(), edit.field());
    var problem = checkExists(edit.entity()).or(() -> FieldRules.check(draft, slot, edit.value()));
    if (problem.isPresent()) {
      return problem;
    }
    var seen = edit.seen();
    var supersedes =
        seen.isPresent() ? draft.seenOf(slot, seen.get()) : Contents.dots(draft.siblings(slot));
    writeField(slot, edit.value(), supersedes);
    return Optional.empty();
  }

  void writeField(Slot.Field slot, Value value, SortedSet<Dot> supersedes) {
    flagChecks.note(slot, value);
    write(slot, value, supersedes);
  }

  /// Writes a field, and says that what it belongs to is alive.
  void write(Slot.Field slot, Value value, SortedSet<Dot> supersedes) {
    draft.touch(slot.entity());
    RuleRef.of(slot).ifPresent(rule -> draft.touch(rule.presence(slot.entity())));
    if (slot.name().equals(FieldNames.FOLDER) && value instanceof Value.Text(var folder)) {
      folders.touch(EntityId.folder(folder));
    }
    draft.write(slot, value, supersedes);
  }

  private Optional<Refusal> addElement(EntityId id, String set, String element) {
    var problem =
        checkExists(id)
            .or(() -> FieldRules.checkSet(id, set))
            .or(() -> Keys.check(FieldRules.elementNoun(set, "A", "An"), element));
    if (problem.isPresent()) {
      return problem;
    }
    draft.touch(id);
    draft.write(new Slot.Element(id, set, element), Value.of(true));
    return Optional.empty();
  }

  private Optional<Refusal> removeElement(EntityId id, String set, String element) {
    var slot = new Slot.Element(id, set, element);
    var problem =
        checkExists(id)
            .or(() -> FieldRules.checkSet(id, set))
            .or(() -> FieldRules.checkContains(draft, slot));
    if (problem.isPresent()) {
      return problem;
    }
    draft.touch(id);
    draft.write(slot, Value.absent());
    return Optional.empty();
  }

  private Optional<Refusal> checkExists(EntityId id) {
    return draft.exists(id) ? Optional.empty() : Optional.of(Sentences.unknown(draft.now(), id));
  }
}
