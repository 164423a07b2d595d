package dev.flotilla.app.desktop.history;

import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Value;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The changes of a workspace, newest first, a page at a time, and what the selected one did.
///
/// Thread: FX; the log is read in the background.
final class HistoryViewModel implements AutoCloseable {
  static final int PAGE = 200;

  /// Newer changes are looked for this far back; if more came, the list begins anew.
  private static final int NEWS = 50;

  /// Differences that are shown of one change.
  private static final int SHOWN = 400;

  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final ChangeHistory history;
  private final ChangeWords words;
  private final RowWords rowWords;
  private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
  private final ObservableList<Machine> machines = FXCollections.observableArrayList();
  private final StringProperty text = new SimpleStringProperty("");
  private final ObjectProperty<Machine> machine;
  private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
  private final ObjectProperty<HistoryRow.@Nullable Entry> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable ChangeDetail> detail =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper searching = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Set<ChangeRef> known = new HashSet<>();
  private final Subscription subscriptions;
  private @Nullable Following following;

  /// Whether the selection that changes now is one that people made in the list.
  private boolean isChosen = true;

  private Optional<ChangeRef> next = Optional.empty();
  private boolean ended;
  private boolean refreshing;
  private boolean stale;
  private int question;

  HistoryViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.history = model.open().history();
    this.words = new ChangeWords(texts, model::workspace);
    this.rowWords = new RowWords(words, model.people(), texts, moments);
    Machine everybody = new Machine(texts.of("history.machine.all"), Set.of());
    this.machine = new SimpleObjectProperty<>(everybody);
    machines.add(everybody);
    this.subscriptions =
        Subscription.combine(
            text.subscribe((_, _) -> reload()),
            machine.subscribe((_, _) -> reload()),
            until.subscribe((_, _) -> reload()),
            selected.subscribe(this::open),
            selected.subscribe((_, row) -> tell(row)),
            model.workspaceProperty().subscribe((_, _) -> refresh()));
    reload();
  }

  /// Days and changes, newest first.
  ObservableList<HistoryRow> rows() {
    return rows;
  }

  /// Whose changes can be asked for; the first is everybody.
  ObservableList<Machine> machines() {
    return machines;
  }

  /// What messages and keys are searched for.
  StringProperty textProperty() {
    return text;
  }

  ObjectProperty<Machine> machineProperty() {
    return machine;
  }

  /// The last day that is shown; null for today.
  ObjectProperty<@Nullable LocalDate> untilProperty() {
    return until;
  }

  ObjectProperty<HistoryRow.@Nullable Entry> selectedProperty() {
    return selected;
  }

  /// What the selected change did; null while that is read, or nothing is selected.
  ReadOnlyObjectProperty<@Nullable ChangeDetail> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /// How far back a search is, in words; empty when none goes on.
  ReadOnlyStringProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  boolean isFiltered() {
    return !text.get().isBlank() || !machine.get().replicas().isEmpty() || until.get() != null;
  }

  WorkspaceModel model() {
    return model;
  }

  ChangeHistory history() {
    return history;
  }

  ChangeWords words() {
    return words;
  }

  Moments moments() {
    return moments;
  }

  /// Shows the change that is looked at elsewhere, and tells there which one is chosen here.
  void follow(
      ObjectProperty<@Nullable ChangeRef> looked, ObjectProperty<@Nullable ChangeRef> sought) {
    Following made = new Following(this, looked, sought);
    following = made;
    made.begin();
  }

  /// Selects a row that nobody chose here.
  void follow(HistoryRow.Entry row) {
    isChosen = false;
    selected.set(row);
    isChosen = true;
  }

  private void tell(HistoryRow.@Nullable Entry row) {
    if (row != null && isChosen && following != null) {
      following.chosen(row.change().ref());
    }
  }

  /// The row of a change; none if it is not loaded.
  Optional<HistoryRow.Entry> row(@Nullable ChangeRef change) {
    if (change != null && known.contains(change)) {
      for (HistoryRow row : rows) {
        if (row instanceof HistoryRow.Entry entry && entry.change().ref().equals(change)) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }

  /// Takes every filter away.
  void showAll() {
    text.set("");
    until.set(null);
    machine.set(machines.getFirst());
  }

  /// Whether there is a page that is neither there nor on its way.
  boolean hasMore() {
    return !ended && !loading.get();
  }

  /// Says that a change is not there.
  void miss() {
    problem.set(texts.of("history.missing"));
  }

  /// The question that is asked now, for an export of the same.
  LogQuery query(int limit) {
    LogQuery query =
        LogQuery.newest(limit).by(machine.get().replicas()).containing(text.get().strip());
    LocalDate day = until.get();
    return day == null ? query : query.until(moments.startOf(day.plusDays(1)));
  }

  /// Reads the next page, unless one is being read or there is none.
  void more() {
    if (loading.get() || ended) {
      return;
    }
    loading.set(true);
    LogQuery query = next.map(query(PAGE)::behind).orElseGet(() -> query(PAGE));
    int asked = question;
    read(
        () -> history.page(query),
        page -> {
          if (asked == question) {
            loading.set(false);
            append(page);
          }
        });
  }

  /// Looks no further.
  void stopSearching() {
    question++;
    loading.set(false);
    searching.set("");
    ended = true;
  }

  private void append(LogPage page) {
    for (LogEntry entry : page.entries()) {
      if (known.add(entry.ref())) {
        add(rows.size(), entry);
      }
    }
    next = page.next();
    ended = next.isEmpty();
    boolean goesOn = !ended && page.entries().size() < PAGE && rows.size() < PAGE;
    searching.set(goesOn ? texts.of("history.searching") : "");
    if (goesOn) {
      more();
    }
    if (following != null) {
      following.step();
    }
    if (selected.get() == null
        && rows.size() > 1
        && rows.get(1) instanceof HistoryRow.Entry first) {
      follow(first);
    }
  }

  /// Puts a change where its time is; nearly always the last place or the first.
  private void add(int from, LogEntry entry) {
    int at = from;
    HistoryRow.Day day = new HistoryRow.Day(moments.day(entry.time()));
    if (at == rows.size()) {
      if (!day.equals(lastDay(at))) {
        rows.add(day);
      }
      rows.add(rowWords.row(entry));
      return;
    }
    if (at == 0 && !rows.isEmpty() && rows.getFirst().equals(day)) {
      rows.add(1, rowWords.row(entry));
    } else if (at == 0) {
      rows.addAll(0, List.of(day, rowWords.row(entry)));
    }
  }

  private HistoryRow.@Nullable Day lastDay(int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (rows.get(i) instanceof HistoryRow.Day day) {
        return day;
      }
    }
    return null;
  }

  /// Begins anew with the newest.
  void reload() {
    question++;
    rows.clear();
    known.clear();
    next = Optional.empty();
    ended = false;
    loading.set(false);
    searching.set("");
    selected.set(null);
    List<Machine> all = Machine.of(model.workspace());
    if (!machines.subList(1, machines.size()).equals(all)) {
      machines.remove(1, machines.size());
      machines.addAll(all);
    }
    more();
  }

  /// Puts new changes on top. Those of the past that arrive late come with the next question.
  private void refresh() {
    if (model.timeTravel().isPast() || rows.isEmpty()) {
      return;
    }
    if (refreshing) {
      stale = true;
      return;
    }
    refreshing = true;
    int asked = question;
    LogQuery query = query(NEWS);
    read(
        () -> history.page(query),
        page -> {
          refreshing = false;
          if (asked == question) {
            prepend(page.entries());
          }
          if (stale) {
            stale = false;
            refresh();
          }
        });
  }

  private void prepend(List<LogEntry> newest) {
    List<LogEntry> news = newest.stream().takeWhile(entry -> !known.contains(entry.ref())).toList();
    if (news.size() == NEWS) {
      reload();
      return;
    }
    for (LogEntry entry : news.reversed()) {
      known.add(entry.ref());
      add(0, entry);
    }
  }

  private void open(HistoryRow.@Nullable Entry row) {
    detail.set(null);
    if (row == null) {
      return;
    }
    LogEntry change = row.change();
    read(
        () -> ChangeDetail.of(change, words, written(history, List.of(change)), SHOWN),
        found -> {
          if (row.equals(selected.get())) {
            detail.set(found);
          }
        });
  }

  static Map<Dot, Value> written(ChangeHistory history, List<LogEntry> changes) {
    return history.written(ChangeWords.replaced(changes));
  }

  private <T> void read(Supplier<T> reading, Consumer<T> then) {
    Reading.inBackground(
        model.ui(),
        reading,
        then,
        failure -> {
          loading.set(false);
          refreshing = false;
          problem.set(texts.of("history.failed", failure));
        });
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    if (following != null) {
      following.end();
    }
  }
}
