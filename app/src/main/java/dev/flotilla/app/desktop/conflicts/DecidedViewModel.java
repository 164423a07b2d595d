package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Workspace;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// What was decided lately, in words, and the ways back. Found again when changes arrive.
///
/// Thread: FX; the log is read in the background, once at a time.
final class DecidedViewModel implements AutoCloseable {
  /// A decision in words.
  ///
  /// @param place what of its thing it is about
  /// @param lost in the order of [Decided#lost]
  /// @param canReopen whether it can be made the conflict again that it was
  record Line(Decided decided, String place, String taken, List<String> lost, boolean canReopen) {
    Line {
      lost = List.copyOf(lost);
    }

    String key() {
      return decided.slot().entity().key();
    }
  }

  private record Read(List<Line> lines, String looked) {}

  private final WorkspaceModel model;
  private final Texts texts;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper looked = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final Subscription subscription;
  private boolean isReading;
  private boolean isStale;
  private boolean isShown = true;
  private boolean isClosed;

  DecidedViewModel(WorkspaceModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.subscription = model.workspaceProperty().subscribe(_ -> look());
  }

  /// The newest first.
  ObservableList<Line> lines() {
    return lines;
  }

  /// Whether the log was read once.
  ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }

  /// How far back was looked, in words; empty if that was the beginning.
  ReadOnlyStringProperty lookedProperty() {
    return looked.getReadOnlyProperty();
  }

  /// Why the log could not be read; empty if it could.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Writes what was not taken in place of what was.
  void putBack(Line line, int lost) {
    Decided decided = line.decided();
    model.editAndSay(
        texts.of("history.putBack.done", line.place(), line.key()),
        List.of(decided.putBack(model.workspace(), decided.lost().get(lost))));
  }

  /// Makes it the conflict again that it was.
  void reopen(Line line) {
    line.decided()
        .again(model.workspace())
        .ifPresent(edit ->
            model.editAndSay(
                texts.of("inbox.decided.reopened", line.place(), line.key()), List.of(edit)));
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
    if (isReading || !isShown) {
      isStale = true;
      return;
    }
    isReading = true;
    Workspace now = model.workspace();
    model
        .ui()
        .background()
        .execute(() -> {
          try {
            Read read = read(now);
            model.ui().execute(() -> show(read));
          } catch (RuntimeException e) {
            String sentence = texts.of("causality.failed", String.valueOf(e.getMessage()));
            model.ui().execute(() -> failed(sentence));
          }
        });
  }

  private Read read(Workspace now) {
    Decided.Found found = Decided.newest(model.open().history());
    DecidedWords words = new DecidedWords(now, model.people(), texts);
    List<Line> read =
        found.decisions().stream()
            .map(one ->
                new Line(
                    one,
                    words.place(one),
                    words.taken(one),
                    one.lost().stream().map(value -> words.value(one, value)).toList(),
                    one.again(now).isPresent()))
            .toList();
    return new Read(read, found.isMore() ? texts.of("merge.looked", found.looked()) : "");
  }

  private void show(Read read) {
    if (isClosed) {
      return;
    }
    problem.set("");
    looked.set(read.looked());
    if (!lines.equals(read.lines())) {
      lines.setAll(read.lines());
    }
    known.set(true);
    ended();
  }

  private void failed(String sentence) {
    problem.set(sentence);
    ended();
  }

  private void ended() {
    isReading = false;
    setShown(isShown);
  }

  @Override
  public void close() {
    isClosed = true;
    subscription.unsubscribe();
  }
}
