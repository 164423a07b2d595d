package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.history.Difference.Group;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A change and what it did.
///
/// @param more how many differences are not shown
record ChangeDetail(LogEntry change, String headline, List<Group> groups, long more) {
  ChangeDetail {
    groups = List.copyOf(groups);
  }

  static ChangeDetail of(LogEntry change, ChangeWords words, Map<Dot, Value> written, int most) {
    List<Group> shown = new ArrayList<>();
    long left = most;
    long more = 0;
    for (Group group : words.differences(change, written)) {
      List<Difference> all = group.differences();
      List<Difference> some = all.subList(0, (int) Math.min(left, all.size()));
      if (!some.isEmpty()) {
        shown.add(new Group(group.entity(), some));
      }
      left -= some.size();
      more += all.size() - some.size();
    }
    return new ChangeDetail(change, words.headline(change), shown, more);
  }
}
