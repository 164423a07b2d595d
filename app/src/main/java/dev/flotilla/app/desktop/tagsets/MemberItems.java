package dev.flotilla.app.desktop.tagsets;

import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// Members as the items of a list, which never change. A list compares its items with those that it
/// had: of a million members that must not mean to walk through them.
final class MemberItems extends ObservableListBase<String> {
  private final List<String> members;

  MemberItems(List<String> members) {
    this.members = members;
  }

  @Override
  public String get(int index) {
    return members.get(index);
  }

  @Override
  public int size() {
    return members.size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MemberItems items
        ? members.equals(items.members)
        : other instanceof List<?> list && list.size() == size() && super.equals(list);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
