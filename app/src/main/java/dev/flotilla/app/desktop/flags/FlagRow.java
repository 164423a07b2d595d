package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.filter.Subject;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One row of the table. The row stays the same object while its flag changes, so that selection,
/// scroll position and focus survive the edits of others.
public final class FlagRow implements Subject {
  private final String key;
  private final ReadOnlyObjectWrapper<FlagView> view;
  private String haystack;

  FlagRow(FlagView view) {
    this.key = view.flag().key();
    this.haystack = haystack(view.flag());
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
    haystack = haystack(newer.flag());
    view.set(newer);
    return true;
  }

  FlagSetting setting(String environment) {
    return view().flag().setting(environment);
  }

  @Override
  public Flag flag() {
    return view().flag();
  }

  @Override
  public String haystack() {
    return haystack;
  }

  @Override
  public boolean isStale() {
    return false;
  }

  private static String haystack(Flag flag) {
    return String.join(
            "\n", flag.key(), flag.description(), flag.owner(), String.join("\n", flag.tags()))
        .toLowerCase(Locale.ROOT);
  }
}
