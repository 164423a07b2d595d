package dev.flotilla.app.desktop.tagsets;

import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.FieldNames;
import dev.flotilla.model.ModelLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Packs edits of many members into changes. They are edits of one entity, whose presence a change
/// writes once, so that more of them fit than of edits of any kind.
final class MemberEdits {
  /// Everything of a write but the member itself: kinds, lengths, the name of the set, a dot.
  private static final int WRITE_BYTES = 72;

  // A quarter is left for writes of others that there are more to replace of.
  private static final int BYTES_MAX = ModelLimits.OPERATIONS_BYTES_MAX / 4 * 3;
  private static final int EDITS_MAX = ModelLimits.OPERATIONS_MAX / 4 * 3;

  private MemberEdits() {}

  /// Adds the members to a tag set.
  static List<List<Edit>> adding(String key, List<String> members) {
    var id = EntityId.tagSet(key);
    return pack(members, member -> new Edit.AddElement(id, FieldNames.MEMBERS, member));
  }

  /// Takes the members from a tag set.
  static List<List<Edit>> removing(String key, List<String> members) {
    var id = EntityId.tagSet(key);
    return pack(members, member -> new Edit.RemoveElement(id, FieldNames.MEMBERS, member));
  }

  private static List<List<Edit>> pack(List<String> members, Function<String, Edit> edit) {
    var all = new ArrayList<List<Edit>>();
    var current = new ArrayList<Edit>();
    int bytes = 0;
    for (var member : members) {
      int size = WRITE_BYTES + ModelLimits.utf8Length(member);
      if (!current.isEmpty() && (bytes + size > BYTES_MAX || current.size() == EDITS_MAX)) {
        all.add(List.copyOf(current));
        current.clear();
        bytes = 0;
      }
      current.add(edit.apply(member));
      bytes += size;
    }
    if (!current.isEmpty()) {
      all.add(List.copyOf(current));
    }
    return all;
  }
}
