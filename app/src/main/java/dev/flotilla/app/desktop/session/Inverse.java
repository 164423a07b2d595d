package dev.flotilla.app.desktop.session;

import dev.flotilla.model.Counter;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Place;
import dev.flotilla.model.Rule;
import dev.flotilla.model.Slot;
import dev.flotilla.model.TagSet;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The edits that take edits back. In a workspace that others edit too, undo is a new edit that
/// restores what this user saw before, never a jump back of the whole state.
final class Inverse {
  private Inverse() {}

  /// The inverse of `edits` as made on `before`; empty when one of them has none.
  static List<Edit> of(Workspace before, List<Edit> edits) {
    List<Edit> inverse = new ArrayList<>();
    for (Edit edit : edits.reversed()) {
      List<Edit> one = ofOne(before, edit);
      if (one.isEmpty()) {
        return List.of();
      }
      inverse.addAll(one);
    }
    return List.copyOf(inverse);
  }

  private static List<Edit> ofOne(Workspace before, Edit edit) {
    return switch (edit) {
      case Edit.CreateFlag create -> List.of(new Edit.DeleteEntity(EntityId.flag(create.key())));
      case Edit.CreateTagSet create ->
          List.of(new Edit.DeleteEntity(EntityId.tagSet(create.key())));
      case Edit.CreateEnvironment create ->
          List.of(new Edit.DeleteEntity(EntityId.environment(create.name())));
      case Edit.CreateCounter create ->
          List.of(new Edit.DeleteEntity(EntityId.counter(create.key())));
      case Edit.AddToCounter add -> List.of(new Edit.AddToCounter(add.counter(), -add.amount()));
      case Edit.DeleteEntity delete -> recreate(before, delete.entity());
      case Edit.SetField set ->
          List.of(
              new Edit.SetField(
                  set.entity(),
                  set.field(),
                  valueOf(before, new Slot.Field(set.entity(), set.field())),
                  Optional.empty()));
      case Edit.AddElement add ->
          contains(before, add.entity(), add.set(), add.element())
              ? List.of()
              : List.of(new Edit.RemoveElement(add.entity(), add.set(), add.element()));
      case Edit.RemoveElement remove ->
          List.of(new Edit.AddElement(remove.entity(), remove.set(), remove.element()));
      case Edit.CreateFolder create ->
          List.of(new Edit.DeleteEntity(EntityId.folder(create.key())));
      case Edit.MoveFolder move ->
          before
              .folder(move.folder())
              .map(folder -> List.<Edit>of(new Edit.MoveFolder(move.folder(), folder.parent())))
              .orElse(List.of());
      case Edit.Require require ->
          List.of(requireAsBefore(before, require.flag(), require.other()));
      case Edit.Unrequire unrequire ->
          List.of(requireAsBefore(before, unrequire.flag(), unrequire.other()));
      case Edit.MoveRule move -> moveBack(before, move);
      case Edit.RemoveRule remove -> addBack(before, remove);
      // The id of a rule that was added is not known here, and taking all rules back would take
      // those of others as well.
      case Edit.AddRule _, Edit.ReplaceTargeting _, Edit.Resolve _, Edit.PutBack _ -> List.of();
    };
  }

  private static Edit requireAsBefore(Workspace before, String flag, String other) {
    return before
        .flag(flag)
        .map(f -> f.prerequisites().get(other))
        .<Edit>map(variant -> new Edit.Require(flag, other, variant))
        .orElseGet(() -> new Edit.Unrequire(flag, other));
  }

  private static List<Edit> moveBack(Workspace before, Edit.MoveRule move) {
    return rules(before, move.flag(), move.environment())
        .rule(move.rule())
        .map(rule ->
            List.<Edit>of(
                new Edit.MoveRule(
                    move.flag(),
                    move.environment(),
                    rule.id(),
                    place(before, move.flag(), move.environment(), rule))))
        .orElse(List.of());
  }

  private static List<Edit> addBack(Workspace before, Edit.RemoveRule remove) {
    return rules(before, remove.flag(), remove.environment())
        .rule(remove.rule())
        .map(rule ->
            List.<Edit>of(
                new Edit.AddRule(
                    remove.flag(),
                    remove.environment(),
                    rule.draft(),
                    place(before, remove.flag(), remove.environment(), rule))))
        .orElse(List.of());
  }

  private static FlagSetting rules(Workspace before, String flag, String environment) {
    return before.flag(flag).map(f -> f.setting(environment)).orElse(FlagSetting.OFF);
  }

  private static Place place(Workspace before, String flag, String environment, Rule rule) {
    List<Rule> rules = rules(before, flag, environment).rules();
    int at = rules.indexOf(rule);
    return at == 0 ? new Place.First() : new Place.After(rules.get(at - 1).id());
  }

  private static Value valueOf(Workspace before, Slot slot) {
    return before.value(slot);
  }

  private static boolean contains(Workspace before, EntityId entity, String set, String element) {
    return !(valueOf(before, new Slot.Element(entity, set, element)) instanceof Value.Absent);
  }

  private static List<Edit> recreate(Workspace before, EntityId entity) {
    return switch (entity.kind()) {
      case EntityId.FLAG -> before.flag(entity.key()).map(Inverse::recreate).orElse(List.of());
      case EntityId.TAG_SET -> before.tagSet(entity.key()).map(Inverse::recreate).orElse(List.of());
      case EntityId.COUNTER ->
          before.counter(entity.key()).map(Inverse::recreate).orElse(List.of());
      default -> List.of();
    };
  }

  /// Who had counted what is in the history; the sum is this user's from now on.
  private static List<Edit> recreate(Counter counter) {
    Edit create = new Edit.CreateCounter(counter.key(), counter.description());
    return counter.value() == 0
        ? List.of(create)
        : List.of(create, new Edit.AddToCounter(counter.key(), counter.value()));
  }

  private static List<Edit> recreate(Flag flag) {
    EntityId id = EntityId.flag(flag.key());
    List<Edit> edits = new ArrayList<>();
    edits.add(
        new Edit.CreateFlag(
            flag.key(), flag.type(), flag.variants(), flag.description(), flag.environments()));
    if (!flag.owner().isEmpty()) {
      edits.add(set(id, FieldNames.OWNER, new Value.Text(flag.owner())));
    }
    flag.kind().ifPresent(kind -> edits.add(set(id, FieldNames.KIND, new Value.Text(kind.id()))));
    if (flag.archived()) {
      edits.add(set(id, FieldNames.ARCHIVED, new Value.Bool(true)));
    }
    flag.metadata().forEach((key, value) -> edits.add(set(id, FieldNames.metadata(key), value)));
    flag.folder().ifPresent(folder -> edits.add(Edit.putInto(flag.key(), Optional.of(folder))));
    flag.prerequisites()
        .forEach((other, variant) -> edits.add(new Edit.Require(flag.key(), other, variant)));
    flag.tags().forEach(tag -> edits.add(new Edit.AddElement(id, FieldNames.TAGS, tag)));
    flag.links().forEach(link -> edits.add(new Edit.AddElement(id, FieldNames.LINKS, link)));
    return edits;
  }

  private static List<Edit> recreate(TagSet tagSet) {
    EntityId id = new EntityId(EntityId.TAG_SET, tagSet.key());
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.CreateTagSet(tagSet.key(), tagSet.description()));
    edits.add(set(id, FieldNames.COLOUR, new Value.Text(tagSet.colour())));
    tagSet.members().forEach(tag -> edits.add(new Edit.AddElement(id, FieldNames.MEMBERS, tag)));
    return edits;
  }

  private static Edit set(EntityId entity, String field, Value value) {
    return new Edit.SetField(entity, field, value, Optional.empty());
  }
}
