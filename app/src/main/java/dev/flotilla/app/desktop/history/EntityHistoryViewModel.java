package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// The changes of one thing, newest first, each with what it did to it.
///
/// Thread: FX; the log is read in the background.
final class EntityHistoryViewModel implements AutoCloseable {
  static final int PAGE = 30;

  /// Differences of one change.
  private static final int SHOWN = 100;

  /// A change, what it is called, and what it did to the one thing.
  record Item(LogEntry change, String headline, String who, List<Difference> differences) {
    Item {
      differences = List.copyOf(differences);
    }
  }

  private record Found(List<Item> items, Optional<ChangeRef> next) {}

  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final EntityId entity;
  private final ChangeHistory history;
  private final ChangeWords words;
  private final ObservableList<Item> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Set<ChangeRef> known = new HashSet<>();
  private final Subscription subscription;
  private Optional<ChangeRef> next = Optional.empty();
  private boolean reading;

  EntityHistoryViewModel(WorkspaceModel model, Texts texts, Moments moments, EntityId entity) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.entity = entity;
    this.history = model.open().history();
    this.words = new ChangeWords(texts, model::workspace);
    this.subscription = model.workspaceProperty().subscribe((_, _) -> refresh());
    older();
  }

  ObservableList<Item> items() {
    return items;
  }

  /// Whether there are older changes.
  ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  EntityId entity() {
    return entity;
  }

  WorkspaceModel model() {
    return model;
  }

  Moments moments() {
    return moments;
  }

  /// Reads the next older changes.
  void older() {
    LogQuery query = LogQuery.newest(PAGE).about(entity);
    read(
        next.map(query::behind).orElse(query),
        found -> {
          found.items().stream().filter(item -> known.add(item.change().ref())).forEach(items::add);
          next = found.next();
          more.set(next.isPresent());
        });
  }

  private void refresh() {
    if (model.timeTravel().isPast()) {
      return;
    }
    read(
        LogQuery.newest(PAGE).about(entity),
        found -> {
          List<Item> news =
              found.items().stream().filter(item -> known.add(item.change().ref())).toList();
          items.addAll(0, news);
        });
  }

  private void read(LogQuery query, Consumer<Found> then) {
    if (reading) {
      return;
    }
    reading = true;
    Reading.inBackground(
        model.ui(),
        () -> found(query),
        found -> {
          reading = false;
          then.accept(found);
        },
        failure -> {
          reading = false;
          problem.set(texts.of("history.failed", failure));
        });
  }

  private Found found(LogQuery query) {
    LogPage page = history.page(query);
    Map<Dot, Value> written = history.written(ChangeWords.replaced(page.entries(), entity));
    return new Found(
        page.entries().stream().map(change -> item(change, written)).toList(), page.next());
  }

  private Item item(LogEntry change, Map<Dot, Value> written) {
    List<Difference> own =
        words.differences(change, written).stream()
            .filter(group -> group.entity().equals(Optional.of(entity)))
            .flatMap(group -> group.differences().stream())
            .limit(SHOWN)
            .toList();
    String who =
        model.people().isOwn(change.author()) ? texts.of("people.you") : change.deviceName();
    return new Item(change, words.headline(change), who, own);
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
