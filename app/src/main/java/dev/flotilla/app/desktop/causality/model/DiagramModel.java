package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.EventFilter;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.causality.layout.Wanted.Spacing;
import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/// What of the events a diagram shows, and where: filter, hidden lanes, opened runs, spacing, and
/// the layout that follows from them.
///
/// A diagram that takes longer than a blink is laid out in the background; of several wishes only
/// the newest is laid out.
///
/// Thread: FX.
public final class DiagramModel implements AutoCloseable {
  /// Of more changes in conflict only so many stand alone.
  private static final int DISPUTED_APART_MOST = 100;

  private final EventSource source;
  private final ObjectProperty<EventFilter> filter = new SimpleObjectProperty<>(EventFilter.ALL);
  private final ObjectProperty<Set<ReplicaId>> hidden = new SimpleObjectProperty<>(Set.of());
  private final ObjectProperty<Spacing> spacing = new SimpleObjectProperty<>(Spacing.CAUSAL);
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<Set<ChangeRef>>> opened =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<SpaceTime> spaceTime;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final Subscription subscriptions;
  private boolean isAsked;
  private boolean stale;
  private boolean closed;

  public DiagramModel(EventSource source) {
    this.source = source;
    this.spaceTime =
        new ReadOnlyObjectWrapper<>(SpaceTimeLayout.of(CausalHistory.EMPTY, Wanted.ALL));
    EntityId wanted = source.aboutProperty().get();
    if (wanted != null) {
      isAsked = true;
      filter.set(EventFilter.ALL.about(wanted));
    }
    this.subscriptions =
        Subscription.combine(
            source.historyProperty().subscribe((_, _) -> renew()),
            filter.subscribe(now -> source.aboutProperty().set(now.about())),
            source.aboutProperty().subscribe((_, _) -> ask()),
            filter.subscribe((_, _) -> renew()),
            hidden.subscribe((_, _) -> renew()),
            spacing.subscribe((_, _) -> renew()),
            open.subscribe((_, _) -> renew()),
            opened.subscribe((_, _) -> renew()),
            source.conflictsProperty().subscribe((_, _) -> renew()),
            source.wantedProperty().subscribe((_, _) -> reveal()));
    renew();
  }

  /// What is laid out; renewed as a whole.
  public ReadOnlyObjectProperty<SpaceTime> spaceTimeProperty() {
    return spaceTime.getReadOnlyProperty();
  }

  /// Whether a layout is being made.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public ObjectProperty<EventFilter> filterProperty() {
    return filter;
  }

  /// Replicas whose lanes are left out.
  public ObjectProperty<Set<ReplicaId>> hiddenProperty() {
    return hidden;
  }

  public ObjectProperty<Spacing> spacingProperty() {
    return spacing;
  }

  /// Whether every event stands alone.
  public BooleanProperty openProperty() {
    return open;
  }

  /// Hides a lane, or shows it again. The last one that is shown stays.
  public void toggle(ReplicaId lane) {
    Set<ReplicaId> next = new HashSet<>(hidden.get());
    if (!next.remove(lane) && spaceTime.get().lanes().size() > 1) {
      next.add(lane);
    }
    hidden.set(Set.copyOf(next));
  }

  /// Shows all lanes but those of one machine: with it, whom it heard and who heard it.
  public void showOnly(Set<ReplicaId> lanes) {
    Set<ReplicaId> others = new HashSet<>();
    for (Lane lane : source.historyProperty().get().lanes()) {
      if (!lanes.contains(lane.replica())) {
        others.add(lane.replica());
      }
    }
    hidden.set(Set.copyOf(others));
  }

  /// Lets the events of a run stand alone.
  public void open(Mark run) {
    Set<ChangeRef> events = events(run);
    if (run.isRun() && !events.isEmpty()) {
      List<Set<ChangeRef>> next = new ArrayList<>(opened.get());
      next.add(events);
      opened.set(List.copyOf(next));
    }
  }

  /// Makes a run again of what was opened with an event.
  public void close(ChangeRef event) {
    opened.set(opened.get().stream().filter(run -> !run.contains(event)).toList());
  }

  /// Whether an event stands alone since its run was opened.
  public boolean isOpened(ChangeRef event) {
    return opened.get().stream().anyMatch(run -> run.contains(event));
  }

  /// Whether anything is left out.
  public boolean isNarrowed() {
    return !filter.get().isAll() || !hidden.get().isEmpty();
  }

  /// Whether somebody asked for a change, or for those of one thing.
  boolean isAsked() {
    return isAsked;
  }

  /// Shows everything.
  public void clear() {
    hidden.set(Set.of());
    filter.set(EventFilter.ALL);
  }

  /// Somebody asks for the changes of one thing: nothing else may hide them.
  private void ask() {
    EntityId wanted = source.aboutProperty().get();
    if (wanted == null) {
      filter.set(filter.get().about(null));
    } else if (!wanted.equals(filter.get().about())) {
      hidden.set(Set.of());
      filter.set(EventFilter.ALL.about(wanted));
    }
  }

  private void renew() {
    if (busy.get()) {
      stale = true;
      return;
    }
    Layout layout = layout();
    if (layout.isQuick()) {
      take(layout.get());
      return;
    }
    busy.set(true);
    source
        .ui()
        .background()
        .execute(() -> {
          SpaceTime made;
          try {
            made = layout.get();
          } catch (RuntimeException e) {
            source.ui().execute(this::failed);
            throw e;
          }
          source
              .ui()
              .execute(() -> {
                busy.set(false);
                take(made);
              });
        });
  }

  /// What was laid out before stays; the next wish is tried again.
  private void failed() {
    busy.set(false);
    if (stale && !closed) {
      stale = false;
      renew();
    }
  }

  private void take(SpaceTime made) {
    if (closed) {
      return;
    }
    if (stale) {
      stale = false;
      renew();
      return;
    }
    spaceTime.set(made);
    reveal();
  }

  private Layout layout() {
    Set<ChangeRef> apart = new HashSet<>();
    opened.get().forEach(apart::addAll);
    // What did not agree is not hidden in a run.
    source.conflictsProperty().get().keySet().stream()
        .sorted(Comparator.comparing(ChangeRef::author).thenComparingLong(ChangeRef::seq))
        .limit(DISPUTED_APART_MOST)
        .forEach(apart::add);
    Wanted wanted = new Wanted(hidden.get(), _ -> true, apart, open.get(), spacing.get());
    Set<Dot> disputed = filter.get().onlyConflicts() ? source.disputed() : Set.of();
    return new Layout(source, source.historyProperty().get(), filter.get(), wanted, disputed);
  }

  /// Takes away what hides the wanted event, one thing after the other.
  private void reveal() {
    ChangeRef event = source.wantedProperty().get();
    SpaceTime now = spaceTime.get();
    OptionalInt index = event == null ? OptionalInt.empty() : now.history().find(event);
    isAsked |= event != null;
    if (event == null || index.isEmpty()) {
      return;
    }
    int place = now.mark(index.getAsInt());
    if (hidden.get().contains(event.author())) {
      toggle(event.author());
    } else if (place < 0) {
      filter.set(EventFilter.ALL);
    } else if (now.marks().get(place).isRun()) {
      open(now.marks().get(place));
    } else {
      source.wantedProperty().set(null);
    }
  }

  private Set<ChangeRef> events(Mark run) {
    SpaceTime now = spaceTime.get();
    CausalHistory history = now.history();
    int place = now.mark(run.first());
    return Arrays.stream(history.onLane(history.lane(run.first())))
        .filter(index -> now.mark(index) == place)
        .mapToObj(index -> history.event(index).ref())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void close() {
    closed = true;
    subscriptions.unsubscribe();
  }
}
