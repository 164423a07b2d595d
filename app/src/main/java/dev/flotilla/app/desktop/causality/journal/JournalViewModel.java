package dev.flotilla.app.desktop.causality.journal;

import dev.flotilla.app.causality.journal.Journal;
import dev.flotilla.app.causality.journal.Merged;
import dev.flotilla.app.desktop.history.ChangeWords;
import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Value;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// What merged by itself among the newest changes, in words, the newest first. Found again when
/// changes arrive.
///
/// Thread: FX; the log is read in the background.
final class JournalViewModel implements AutoCloseable {
  /// Changes that are looked through at first, and again for each [#older].
  static final int STEP = 2_000;

  /// Lines that are shown of what they hold.
  static final int LINES = 400;

  private static final int PAGE = 500;

  private record Found(List<JournalLine> lines, boolean isMore, int looked) {}

  private final WorkspaceModel model;
  private final Texts texts;
  private final Moments moments;
  private final ObservableList<JournalLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper looked = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final Subscription subscription;
  private int wanted = STEP;
  private boolean isStale;
  private boolean isShown = true;
  private volatile boolean isClosed;

  JournalViewModel(WorkspaceModel model, Texts texts, Moments moments) {
    this.model = model;
    this.texts = texts;
    this.moments = moments;
    this.subscription = model.workspaceProperty().subscribe(_ -> look());
  }

  ObservableList<JournalLine> lines() {
    return lines;
  }

  /// Whether the log is being read.
  ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Whether there are older changes that were not looked through.
  ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  /// How many changes were looked through, in words.
  ReadOnlyStringProperty lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /// Why the log could not be read; empty if it could.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Looks through older changes, too.
  void older() {
    wanted += STEP;
    look();
  }

  /// Whether anybody looks: while nobody does, the log is not read.
  void setShown(boolean shown) {
    isShown = shown;
    if (shown && isStale && !isClosed) {
      isStale = false;
      look();
    }
  }

  private void look() {
    if (model.timeTravel().isPast()) {
      return;
    }
    if (reading.get() || !isShown) {
      isStale = true;
      return;
    }
    reading.set(true);
    int most = wanted;
    Workspace now = model.workspace();
    model
        .ui()
        .background()
        .execute(() -> {
          try {
            Found found = find(now, most);
            model.ui().execute(() -> show(found));
          } catch (RuntimeException e) {
            String sentence = texts.of("causality.failed", String.valueOf(e.getMessage()));
            model.ui().execute(() -> failed(sentence));
          }
        });
  }

  private Found find(Workspace now, int most) {
    ChangeHistory log = model.open().history();
    List<LogEntry> changes = new ArrayList<>();
    Optional<ChangeRef> next = Optional.empty();
    do {
      LogQuery query = LogQuery.newest(PAGE);
      LogPage page = log.page(next.map(query::behind).orElse(query));
      changes.addAll(page.entries());
      next = page.next();
    } while (next.isPresent() && changes.size() < most && !isClosed);
    List<Merged> all = Journal.of(changes);
    List<Merged> shown = all.subList(0, Math.min(LINES, all.size()));
    Map<Dot, Value> written = log.written(JournalWords.replaced(shown));
    JournalWords words =
        new JournalWords(new ChangeWords(texts, () -> now), model.people(), texts, moments);
    return new Found(
        shown.stream().map(merged -> words.line(merged, written)).toList(),
        next.isPresent(),
        changes.size());
  }

  private void show(Found found) {
    if (isClosed) {
      return;
    }
    problem.set("");
    if (!lines.equals(found.lines())) {
      lines.setAll(found.lines());
    }
    more.set(found.isMore());
    looked.set(texts.of("merge.looked", found.looked()));
    ended();
  }

  private void failed(String sentence) {
    problem.set(sentence);
    ended();
  }

  private void ended() {
    reading.set(false);
    setShown(isShown);
  }

  @Override
  public void close() {
    isClosed = true;
    subscription.unsubscribe();
  }
}
