package dev.flotilla.app.desktop.flags;

import dev.flotilla.model.FlagSetting;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One row of the table. The row stays the same object while its flag changes, so that selection,
/// scroll position and focus survive the edits of others.
final class FlagRow {
  private final String key;
  private final ReadOnlyObjectWrapper<FlagView> view;

  FlagRow(FlagView view) {
    this.key = view.flag().key();
    this.view = new ReadOnlyObjectWrapper<>(view);
  }

  String key() {
    return key;
  }

  FlagView view() {
    return view.get();
  }

  ReadOnlyObjectProperty<FlagView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// Shows a newer state of the flag. False when nothing changed.
  boolean show(FlagView newer) {
    if (newer.equals(view.get())) {
      return false;
    }
    view.set(newer);
    return true;
  }

  FlagSetting setting(String environment) {
    return view().flag().setting(environment);
  }

  /// Whether every word of `search` occurs in key, description, owner or a tag.
  boolean matches(String search) {
    String haystack =
        String.join(
                "\n",
                key,
                view().flag().description(),
                view().flag().owner(),
                String.join("\n", view().flag().tags()))
            .toLowerCase(Locale.ROOT);
    for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      if (!haystack.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
