package dev.flotilla.model;

import dev.flotilla.crdt.DotFun;
import dev.flotilla.crdt.Dotted;
import dev.flotilla.crdt.types.Siblings;
import dev.flotilla.crdt.types.Stamped;
import java.util.ArrayList;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/// Reads tag sets, of which one may have a million members: after a write, only what was written is
/// looked at again.
final class TagSetReading {
  /// Below this a set is read anew: that costs less than to remember what was written.
  private static final int SMALL = 256;

  /// More writes than this are not remembered; then the set is read anew.
  private static final int REMEMBERED = 16_384;

  private TagSetReading() {}

  /// The latest write of an entity that nothing has replaced.
  record Latest(Slot slot, Dotted<Stamped<Value>> write) {
    Latest orLater(Latest other) {
      return Siblings.compare(other.write, write) > 0 ? other : this;
    }
  }

  /// What a tag set showed before some writes.
  ///
  /// @param latest of the writes since
  record Behind(View.OfTagSet known, Slot slot, Latest latest, @Nullable Behind previous, int depth)
      implements View.Outdated {}

  /// What is to be remembered of `before` when `slot` is written: its view, and the write; null if
  /// the tag set is to be read anew.
  static @Nullable View after(@Nullable View before, Slot slot, Dotted<Stamped<Value>> write) {
    var latest = new Latest(slot, write);
    return switch (before) {
      case View.OfTagSet known when known.tagSet().members().size() > SMALL ->
          new Behind(known, slot, latest, null, 1);
      case Behind behind when behind.depth < REMEMBERED ->
          new Behind(behind.known, slot, behind.latest.orLater(latest), behind, behind.depth + 1);
      case null, default -> null;
    };
  }

  /// What the entity shows.
  static View.OfTagSet of(Entity entity, @Nullable View known) {
    if (known instanceof Behind behind) {
      var latest = behind.known.latest().orLater(behind.latest);
      var stillThere = entity.siblings(latest.slot()).contains(latest.write().dot());
      if (stillThere) {
        return view(entity, members(entity, behind), latest);
      }
    }
    return read(entity);
  }

  private static Members members(Entity entity, Behind behind) {
    var touched = new HashSet<String>();
    for (var step = behind; step != null; step = step.previous) {
      if (step.slot instanceof Slot.Element(_, var set, var element)
          && set.equals(FieldNames.MEMBERS)) {
        touched.add(element);
      }
    }
    var known = (Members) behind.known.tagSet().members();
    return known.changed(
        touched,
        element ->
            Contents.isThere(
                entity.siblings(new Slot.Element(entity.id(), FieldNames.MEMBERS, element))));
  }

  private static View.OfTagSet read(Entity entity) {
    var reader = new Reader();
    entity.forEachSlot(reader::add);
    var latest = reader.latest;
    if (latest == null) {
      throw new IllegalStateException("an entity without a write: " + entity.id());
    }
    return view(entity, Members.of(reader.members), latest);
  }

  private static View.OfTagSet view(Entity entity, Members members, Latest latest) {
    var write = latest.write();
    return new View.OfTagSet(
        new TagSet(
            entity.id().key(),
            text(entity, FieldNames.DESCRIPTION),
            text(entity, FieldNames.COLOUR),
            members,
            new LastChange(write.dot().replica(), write.value().at()),
            !entity.conflicts().isEmpty()),
        latest);
  }

  private static String text(Entity entity, String field) {
    var value = Contents.value(entity.siblings(new Slot.Field(entity.id(), field)));
    return value instanceof Value.Text(var text) ? text : "";
  }

  private static final class Reader {
    private final ArrayList<String> members = new ArrayList<>();
    private @Nullable Latest latest;

    private void add(Slot slot, DotFun<Stamped<Value>> siblings) {
      for (var sibling : siblings.entries()) {
        if (latest == null || Siblings.compare(sibling, latest.write()) > 0) {
          latest = new Latest(slot, sibling);
        }
      }
      if (slot instanceof Slot.Element(_, var set, var element)
          && set.equals(FieldNames.MEMBERS)
          && Contents.isThere(siblings)) {
        members.add(element);
      }
    }
  }
}
