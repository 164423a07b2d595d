package dev.flotilla.app.desktop.causality.panel;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Lane;
import dev.flotilla.app.causality.layout.Mark;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.app.desktop.causality.detail.Looking;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.fx.Renewed;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The changes of one thing, which of them were concurrent, and which one is looked at here.
///
/// Thread: FX.
final class EntitySeenModel implements AutoCloseable {
  /// @param title how many changes by how many machines
  /// @param summary whether any two of them were concurrent
  /// @param first what is looked at first: the newest that is concurrent with another, else the
  ///   newest; null for none
  record Shown(
      SpaceTime diagram,
      String title,
      String summary,
      boolean hasConcurrent,
      @Nullable ChangeRef first) {}

  private final CausalityModel model;
  private final Texts texts;
  private final EntityId entity;
  private final ObjectProperty<@Nullable ChangeRef> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> compared = new SimpleObjectProperty<>();
  private final ObjectProperty<Set<ChangeRef>> opened = new SimpleObjectProperty<>(Set.of());
  private final Looking looking;
  private final Renewed<Shown> shown;
  private final Subscription subscription;

  EntitySeenModel(CausalityModel model, Texts texts, EntityId entity) {
    this.model = model;
    this.texts = texts;
    this.entity = entity;
    this.looking = new Looking(model.historyProperty(), selected, compared, model::headline);
    this.shown = new Renewed<>(model.workspace().ui(), shown(CausalHistory.EMPTY, Set.of()));
    this.subscription =
        Subscription.combine(
            model.historyProperty().subscribe(_ -> renew()),
            opened.subscribe((_, _) -> renew()),
            model.conflictsProperty().subscribe((_, _) -> renew()),
            shown.property().subscribe(this::selectFirst));
  }

  Looking looking() {
    return looking;
  }

  ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.property();
  }

  /// Lets the changes of a run stand alone.
  void open(Mark run) {
    SpaceTime diagram = shown.property().get().diagram();
    CausalHistory history = diagram.history();
    int place = diagram.mark(run.first());
    Set<ChangeRef> next = new HashSet<>(opened.get());
    for (int index : history.onLane(history.lane(run.first()))) {
      if (diagram.mark(index) == place) {
        next.add(history.event(index).ref());
      }
    }
    opened.set(Set.copyOf(next));
  }

  /// Makes runs again of all that was opened.
  void closeRuns() {
    opened.set(Set.of());
  }

  boolean isOpened(ChangeRef change) {
    return opened.get().contains(change);
  }

  private void renew() {
    CausalHistory history = model.historyProperty().get();
    Set<ChangeRef> apart = new HashSet<>(opened.get());
    // What did not agree is not hidden in a run.
    apart.addAll(model.conflictsProperty().get().keySet());
    shown.renew(() -> shown(history, apart));
  }

  private void selectFirst(Shown now) {
    if (selected.get() == null) {
      selected.set(now.first());
    }
  }

  private Shown shown(CausalHistory history, Set<ChangeRef> apart) {
    List<Integer> own = new ArrayList<>();
    Set<ReplicaId> authors = new HashSet<>();
    for (int index = 0; index < history.size(); index++) {
      Event event = history.event(index);
      if (event.isAbout(entity)) {
        own.add(index);
        authors.add(event.author());
      }
    }
    Set<ReplicaId> others = new HashSet<>();
    history.lanes().stream().map(Lane::replica).forEach(others::add);
    others.removeAll(authors);
    Wanted wanted = Wanted.ALL.without(others).only(event -> event.isAbout(entity)).apart(apart);
    List<Integer> concurrent = concurrent(history, own);
    return new Shown(
        SpaceTimeLayout.of(history, wanted),
        texts.of("seen.panel.title", own.size(), authors.size()),
        texts.of("seen.panel.summary", concurrent.size()),
        !concurrent.isEmpty(),
        first(history, concurrent.isEmpty() ? own : concurrent));
  }

  private static @Nullable ChangeRef first(CausalHistory history, List<Integer> from) {
    return from.isEmpty() ? null : history.event(from.getLast()).ref();
  }

  /// The changes that are concurrent with another of them.
  static List<Integer> concurrent(CausalHistory history, List<Integer> own) {
    Map<Integer, NavigableSet<Integer>> byLane = new HashMap<>();
    own.forEach(one -> byLane.computeIfAbsent(history.lane(one), _ -> new TreeSet<>()).add(one));
    return own.stream().filter(one -> isConcurrent(history, one, byLane)).toList();
  }

  /// Of a lane, the first that `one` had not seen tells: if that had seen `one`, so had what
  /// follows.
  private static boolean isConcurrent(
      CausalHistory history, int one, Map<Integer, NavigableSet<Integer>> byLane) {
    return byLane.entrySet().stream()
        .filter(lane -> lane.getKey() != history.lane(one))
        .map(lane -> lane.getValue().higher(history.seen(one, lane.getKey())))
        .anyMatch(next -> next != null && !history.isBefore(one, next));
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    shown.close();
  }
}
