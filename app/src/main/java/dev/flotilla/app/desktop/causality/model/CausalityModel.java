package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.history.ChangeWords;
import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
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
/// Thread: FX; the log is read in the background.
public final class CausalityModel implements AutoCloseable {
  /// Events that are loaded at first, and again for each [#older].
  public static final int LOADED = 10_000;

  private static final int PAGE = 500;

  private final WorkspaceModel model;
  private final Texts texts;
  private final ChangeHistory log;
  private final ChangeWords words;
  private final ReadOnlyObjectWrapper<CausalHistory> history =
      new ReadOnlyObjectWrapper<>(CausalHistory.EMPTY);
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable ChangeRef> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> compared = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable ChangeRef> hovered = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable EntityId> about = new SimpleObjectProperty<>();
  private final Map<ChangeRef, String> headlines = new HashMap<>();
  private final Subscription subscription;
  private Optional<ChangeRef> next = Optional.empty();
  private boolean stale;
  private volatile boolean closed;

  public CausalityModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.log = model.open().history();
    this.words = new ChangeWords(texts, model::workspace);
    this.subscription = model.workspaceProperty().subscribe((_, _) -> refresh());
    older();
  }

  /// What is loaded; renewed as a whole.
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

  /// Why the log could not be read; empty if it could.
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

  /// The only thing whose changes are looked at; null for all.
  public ObjectProperty<@Nullable EntityId> aboutProperty() {
    return about;
  }

  /// The index of a change in the history that is loaded.
  public OptionalInt find(@Nullable ChangeRef change) {
    return change == null ? OptionalInt.empty() : history.get().find(change);
  }

  /// What a change is called: its message, or what it did.
  public String headline(Event event) {
    return headlines.getOrDefault(event.ref(), event.message());
  }

  /// The workspace that the events are of.
  public WorkspaceModel workspace() {
    return model;
  }

  /// Loads more of what is older.
  public void older() {
    if (!loading.get()) {
      Optional<ChangeRef> behind = next;
      read(() -> changes(behind, LOADED), this::add);
    }
  }

  private void refresh() {
    if (model.timeTravel().isPast()) {
      return;
    }
    if (loading.get()) {
      stale = true;
      return;
    }
    CausalHistory known = history.get();
    read(() -> news(known), this::addNews);
  }

  private record Found(
      List<Event> events, Map<ChangeRef, String> headlines, Optional<ChangeRef> next) {}

  private Found changes(Optional<ChangeRef> behind, int most) {
    Found found = new Found(new ArrayList<>(), new HashMap<>(), behind);
    do {
      LogQuery query = LogQuery.newest(PAGE);
      LogPage page = log.page(found.next().map(query::behind).orElse(query));
      for (LogEntry entry : page.entries()) {
        put(entry, found);
      }
      found = new Found(found.events(), found.headlines(), page.next());
    } while (found.next().isPresent() && found.events().size() < most && !closed);
    return found;
  }

  /// What is newer, and what is of the past but has arrived since: pages until one is known whole.
  private Found news(CausalHistory known) {
    Found found = new Found(new ArrayList<>(), new HashMap<>(), Optional.empty());
    boolean isKnown = false;
    do {
      LogQuery query = LogQuery.newest(PAGE);
      LogPage page = log.page(found.next().map(query::behind).orElse(query));
      List<LogEntry> fresh =
          page.entries().stream().filter(entry -> known.find(entry.ref()).isEmpty()).toList();
      isKnown = fresh.isEmpty();
      for (LogEntry entry : fresh) {
        put(entry, found);
      }
      found = new Found(found.events(), found.headlines(), page.next());
    } while (!isKnown && found.next().isPresent() && found.events().size() < LOADED && !closed);
    return found;
  }

  private void put(LogEntry entry, Found found) {
    found.events().add(Event.of(entry));
    found.headlines().put(entry.ref(), words.headline(entry));
  }

  private void add(Found found) {
    next = found.next();
    more.set(next.isPresent());
    addNews(found);
  }

  private void addNews(Found found) {
    headlines.putAll(found.headlines());
    if (!found.events().isEmpty()) {
      history.set(history.get().with(found.events()));
    }
  }

  private void read(Supplier<Found> reading, Consumer<Found> then) {
    loading.set(true);
    model
        .ui()
        .background()
        .execute(() -> {
          try {
            Found found = reading.get();
            model.ui().execute(() -> done(() -> then.accept(found)));
          } catch (RuntimeException e) {
            String sentence = texts.of("causality.failed", String.valueOf(e.getMessage()));
            model.ui().execute(() -> done(() -> problem.set(sentence)));
          }
        });
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
  }

  @Override
  public void close() {
    closed = true;
    subscription.unsubscribe();
  }
}
