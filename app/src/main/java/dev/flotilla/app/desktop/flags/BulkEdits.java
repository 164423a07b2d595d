package dev.flotilla.app.desktop.flags;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.Flag;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// The edits that change many flags alike: of each flag a list, of flags that are so already none.
/// What is not edited is not touched, so that undo takes back no more than was done.
final class BulkEdits {
  private BulkEdits() {}

  static List<List<Edit>> state(List<Flag> flags, String environment, boolean on) {
    return each(
        flags,
        flag -> flag.setting(environment).enabled() != on,
        flag -> set(flag, FieldNames.state(environment), Value.of(on)));
  }

  /// Adds some tags and takes others away.
  static List<List<Edit>> tags(List<Flag> flags, Set<String> added, Set<String> removed) {
    List<List<Edit>> all = new ArrayList<>();
    for (Flag flag : flags) {
      List<Edit> edits = new ArrayList<>();
      added.stream()
          .filter(tag -> !flag.tags().contains(tag))
          .forEach(tag -> edits.add(Edit.tag(flag.key(), tag)));
      removed.stream()
          .filter(tag -> flag.tags().contains(tag))
          .forEach(tag -> edits.add(Edit.untag(flag.key(), tag)));
      if (!edits.isEmpty()) {
        all.add(edits);
      }
    }
    return all;
  }

  /// Says who looks after the flags; the empty owner is nobody.
  static List<List<Edit>> owner(List<Flag> flags, String owner) {
    Value value = owner.isEmpty() ? Value.absent() : Value.of(owner);
    return each(
        flags, flag -> !flag.owner().equals(owner), flag -> set(flag, FieldNames.OWNER, value));
  }

  static List<List<Edit>> folder(List<Flag> flags, Optional<String> folder) {
    return each(
        flags, flag -> !flag.folder().equals(folder), flag -> Edit.putInto(flag.key(), folder));
  }

  static List<List<Edit>> archive(List<Flag> flags, boolean archived) {
    return each(
        flags,
        flag -> flag.archived() != archived,
        flag -> set(flag, FieldNames.ARCHIVED, Value.of(archived)));
  }

  static List<List<Edit>> delete(List<Flag> flags) {
    return each(flags, _ -> true, flag -> new Edit.DeleteEntity(flag.id()));
  }

  /// A new flag that is like another one in everything but its key: variants, rules, tags and all.
  /// It is in use, even if the other one is archived.
  static List<Edit> copy(Workspace now, Flag flag, String key) {
    EntityId id = EntityId.flag(key);
    List<Edit> edits = new ArrayList<>();
    edits.add(
        new Edit.CreateFlag(
            key, flag.type(), flag.variants(), flag.description(), flag.environments()));
    for (String field : List.of(FieldNames.OWNER, FieldNames.KIND, FieldNames.SCHEMA)) {
      Value value = now.value(new Slot.Field(flag.id(), field));
      if (!(value instanceof Value.Absent)) {
        edits.add(new Edit.SetField(id, field, value));
      }
    }
    flag.metadata()
        .forEach(
            (name, value) -> edits.add(new Edit.SetField(id, FieldNames.metadata(name), value)));
    flag.tags().forEach(tag -> edits.add(Edit.tag(key, tag)));
    flag.links().forEach(link -> edits.add(new Edit.AddElement(id, FieldNames.LINKS, link)));
    flag.folder().ifPresent(folder -> edits.add(Edit.putInto(key, Optional.of(folder))));
    flag.prerequisites()
        .forEach((other, variant) -> edits.add(new Edit.Require(key, other, variant)));
    return edits;
  }

  private static List<List<Edit>> each(
      List<Flag> flags, Predicate<Flag> wanted, Function<Flag, Edit> edit) {
    return flags.stream().filter(wanted).map(flag -> List.of(edit.apply(flag))).toList();
  }

  private static Edit set(Flag flag, String field, Value value) {
    return new Edit.SetField(flag.id(), field, value);
  }
}
