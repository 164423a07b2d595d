package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Touch;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.history.ChangeWords;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The newest changes of a workspace as events, and which of them people look at.
///
/// Of each replica the newest events are there, without a gap. While the past is shown, what
/// arrives waits until the present is shown again.
///
/// Thread: FX; the log is read, and events are ordered, in the background.
public final class CausalityModel implements EventSource, AutoCloseable {
  /// Events that are loaded at first, and again for each [#older].
  public static final int LOADED = 10_000;

  private final WorkspaceModel model;
  private final Texts texts;
  private final ChangeWords words;
  private final EventLog log;
  private final InConflict conflicts;
  private final ReadOnlyObjectWrapper<CausalHistory> history =
      new ReadOnlyObjectWrapper<>(CausalHistory.EMPTY);
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable ChangeRef> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> compared = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> hovered = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable EntityId> about = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> sought = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> wanted = new SimpleObjectProperty<>();
  private final Subscription subscriptions;
  private Optional<ChangeRef> next = Optional.empty();

  /// What has been read, or is older than all that is loaded.
  private VersionVector read = VersionVector.EMPTY;

  private boolean stale;
  private volatile boolean closed;

  public CausalityModel(WorkspaceModel model, Texts texts) {
    this(model, texts, LOADED);
  }

  /// @param most events that are loaded at first
  CausalityModel(WorkspaceModel model, Texts texts, int most) {
    this.model = model;
    this.texts = texts;
    this.words = new ChangeWords(texts, model::workspace);
    this.log = new EventLog(model.open().history(), words::headline, most, () -> !closed);
    this.conflicts = new InConflict(model, history);
    this.subscriptions =
        Subscription.combine(
            model.workspaceProperty().subscribe((_, _) -> refresh()),
            wanted.subscribe((_, _) -> find()));
    reload();
  }

  @Override
  public ReadOnlyObjectProperty<CausalHistory> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /// Whether the log is being read.
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// Whether there are changes that are older than all that are loaded.
  public ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  /// Why the log could not be read, or has not what was wanted; empty if all is well.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The change that is looked at; null for none.
  public ObjectProperty<@Nullable ChangeRef> selectedProperty() {
    return selected;
  }

  /// The change that [#selectedProperty] is compared with; null for none.
  public ObjectProperty<@Nullable ChangeRef> comparedProperty() {
    return compared;
  }

  /// The change below the pointer; null for none.
  public ObjectProperty<@Nullable ChangeRef> hoveredProperty() {
    return hovered;
  }

  @Override
  public ObjectProperty<@Nullable EntityId> aboutProperty() {
    return about;
  }

  @Override
  public ObjectProperty<@Nullable ChangeRef> wantedProperty() {
    return wanted;
  }

  /// A change that the list of changes is to show, however old it is; null once it does.
  public ObjectProperty<@Nullable ChangeRef> soughtProperty() {
    return sought;
  }

  /// The index of a change in the history that is loaded.
  public OptionalInt find(@Nullable ChangeRef change) {
    return change == null ? OptionalInt.empty() : history.get().find(change);
  }

  /// What a change is called: its message, or what it did.
  @Override
  public String headline(Event event) {
    return log.headline(event);
  }

  @Override
  public String name(EntityId entity) {
    return words.name(entity);
  }

  @Override
  public String place(Touch touch) {
    return words.place(touch.entity(), touch.place());
  }

  @Override
  public ReadOnlyObjectProperty<Map<ChangeRef, SortedSet<String>>> conflictsProperty() {
    return conflicts.property();
  }

  @Override
  public Set<Dot> disputed() {
    Set<Dot> dots = new HashSet<>();
    for (Conflict conflict : model.workspace().conflicts()) {
      dots.addAll(conflict.dots());
    }
    return dots;
  }

  @Override
  public Set<ChangeRef> about(EntityId entity) {
    return log.names(entity);
  }

  @Override
  public UiBridge ui() {
    return model.ui();
  }

  /// The workspace that the events are of.
  public WorkspaceModel workspace() {
    return model;
  }

  /// Selects a change and shows it, however old it is.
  public void show(ChangeRef change) {
    selected.set(change);
    wanted.set(change);
  }

  /// Loads more of what is older.
  public void older() {
    if (!loading.get() && more.get()) {
      Optional<ChangeRef> behind = next;
      read(() -> joined(log.older(behind)));
    }
  }

  private void reload() {
    VersionVector now = model.open().workspace().vector();
    read(() -> {
      EventLog.Found found = log.older(Optional.empty());
      return new Loaded(CausalHistory.of(found.events()), Optional.of(found.next()), now);
    });
  }

  /// What was loaded.
  ///
  /// @param next none if that is as it was
  private record Loaded(
      CausalHistory history, Optional<Optional<ChangeRef>> next, VersionVector read) {}

  private Loaded joined(EventLog.Found found) {
    return new Loaded(history.get().with(found.events()), Optional.of(found.next()), read);
  }

  private void refresh() {
    if (model.timeTravel().isPast()) {
      return;
    }
    if (loading.get()) {
      stale = true;
      return;
    }
    VersionVector now = model.open().workspace().vector();
    if (read.dominates(now)) {
      return;
    }
    CausalHistory known = history.get();
    VersionVector before = read;
    read(() -> {
      Optional<List<Event>> news = log.news(before, now);
      if (news.isPresent()) {
        return new Loaded(known.with(news.get()), Optional.empty(), now);
      }
      EventLog.Found newest = log.older(Optional.empty());
      return new Loaded(CausalHistory.of(newest.events()), Optional.of(newest.next()), now);
    });
  }

  /// Reads as far back as the wanted change is.
  private void find() {
    ChangeRef change = wanted.get();
    if (change == null || loading.get() || find(change).isPresent()) {
      return;
    }
    if (more.get()) {
      Optional<ChangeRef> behind = next;
      read(() -> joined(log.until(behind, change)));
    } else {
      problem.set(texts.of("causality.unknown"));
      wanted.set(null);
    }
  }

  private void read(Supplier<Loaded> reading) {
    loading.set(true);
    problem.set("");
    model
        .ui()
        .background()
        .execute(() -> {
          try {
            Loaded loaded = reading.get();
            model.ui().execute(() -> done(() -> take(loaded)));
          } catch (RuntimeException e) {
            String sentence = texts.of("causality.failed", String.valueOf(e.getMessage()));
            model.ui().execute(() -> done(() -> problem.set(sentence)));
          }
        });
  }

  private void take(Loaded loaded) {
    read = loaded.read();
    loaded
        .next()
        .ifPresent(behind -> {
          next = behind;
          more.set(behind.isPresent());
        });
    history.set(loaded.history());
  }

  private void done(Runnable then) {
    if (closed) {
      return;
    }
    loading.set(false);
    then.run();
    if (stale) {
      stale = false;
      refresh();
    }
    if (problem.get().isEmpty()) {
      find();
    }
  }

  @Override
  public void close() {
    closed = true;
    subscriptions.unsubscribe();
    conflicts.close();
  }
}
