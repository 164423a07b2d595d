package dev.flotilla.app.desktop.flags;

import dev.flotilla.app.desktop.filter.Subject;
import dev.flotilla.model.Flag;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One row of the table. The row stays the same object while its flag changes, so that selection,
/// scroll position and focus survive the edits of others. What only rows on the screen need is made
/// when it is first asked for: there can be a hundred thousand rows.
///
/// Thread: FX, but for [#haystack].
public final class FlagRow implements Subject {
  private final String key;
  private final FlagBirths births;
  private volatile @Nullable Instant created;
  private volatile Flag flag;
  private volatile @Nullable String haystack;
  private @Nullable ReadOnlyObjectWrapper<FlagView> view;

  FlagRow(Flag flag, FlagBirths births) {
    this.key = flag.key();
    this.flag = flag;
    this.births = births;
  }

  public String key() {
    return key;
  }

  /// The newest state of the flag.
  @Override
  public Flag flag() {
    return flag;
  }

  /// When anything of the flag was written last.
  public Instant changed() {
    return Instant.ofEpochMilli(flag.lastChange().at().wallMillis());
  }

  /// When the flag was created. Looked up once. Thread: any.
  public Instant created() {
    Instant known = created;
    if (known == null) {
      known = births.of(flag.id());
      created = known;
    }
    return known;
  }

  /// That the flag has outlived its kind, if it has.
  public Optional<Stale> stale() {
    return Stale.of(flag, this::created, births.now());
  }

  @Override
  public boolean isStale() {
    return stale().isPresent();
  }

  /// What the words of a search are looked for in: key, description, owner and tags in small
  /// letters, one a line. Thread: any.
  @Override
  public String haystack() {
    String known = haystack;
    if (known == null) {
      Flag now = flag;
      known =
          String.join("\n", key, now.description(), now.owner(), String.join("\n", now.tags()))
              .toLowerCase(Locale.ROOT);
      haystack = known;
    }
    return known;
  }

  /// What the table shows of the flag, made by `look`.
  ReadOnlyObjectProperty<FlagView> viewProperty(Function<FlagRow, FlagView> look) {
    ReadOnlyObjectWrapper<FlagView> shown = view;
    if (shown == null) {
      shown = new ReadOnlyObjectWrapper<>(look.apply(this));
      view = shown;
    }
    return shown.getReadOnlyProperty();
  }

  /// A newer state of the flag; [#look] shows it.
  void update(Flag newer) {
    flag = newer;
    haystack = null;
  }

  /// Brings what is shown up to date, if anything is.
  void look(Function<FlagRow, FlagView> look) {
    if (view != null) {
      view.set(look.apply(this));
    }
  }
}
