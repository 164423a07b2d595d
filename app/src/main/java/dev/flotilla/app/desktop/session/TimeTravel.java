package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Shows the whole window the workspace as it was after a change. Nothing can be edited meanwhile.
///
/// Thread: FX; the past is put together in the background.
public final class TimeTravel {
  private final OpenWorkspace open;
  private final UiBridge ui;
  private final Texts texts;
  private final Consumer<Workspace> show;
  private final ReadOnlyObjectWrapper<@Nullable Past> past = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private @Nullable ChangeHistory history;
  private int journey;
  private volatile int wanted;

  /// What went wrong on the way, for [#onProblem].
  private Consumer<String> problem = _ -> {};

  TimeTravel(OpenWorkspace open, UiBridge ui, Texts texts, Consumer<Workspace> show) {
    this.open = open;
    this.ui = ui;
    this.texts = texts;
    this.show = show;
  }

  /// What the window shows of the past; null for what is now.
  public ReadOnlyObjectProperty<@Nullable Past> pastProperty() {
    return past.getReadOnlyProperty();
  }

  public boolean isPast() {
    return past.get() != null;
  }

  /// Whether a past is being put together.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// How far that is, from 0 to 1.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Why nothing can be edited, while the past is shown.
  public Optional<String> refusal() {
    return isPast() ? Optional.of(texts.of("past.readOnly")) : Optional.empty();
  }

  void onProblem(Consumer<String> newProblem) {
    problem = newProblem;
  }

  /// Shows the workspace after a change.
  public void go(LogEntry change) {
    go(_ -> Optional.of(change));
  }

  /// Shows the workspace after the change that made an operation.
  public void go(Dot operation) {
    go(changes -> changes.holding(List.of(operation)).stream().findFirst());
  }

  /// Goes to the change before the one that is shown.
  public void older() {
    step((from, changes) ->
        changes.page(LogQuery.newest(1).behind(from)).entries().stream().findFirst());
  }

  /// Goes to the change after the one that is shown; from the newest one back to now.
  public void newer() {
    step((from, changes) -> changes.following(from));
  }

  /// Stays where the window is.
  public void cancel() {
    journey++;
    wanted = journey;
    running.set(false);
  }

  /// Back to now.
  public void leave() {
    cancel();
    if (isPast()) {
      past.set(null);
      history = null;
      show.accept(open.workspace());
    }
  }

  /// Gives what is put together to somebody who does not want the window to show it.
  ///
  /// @param then told on the FX thread
  public void look(LogEntry change, Consumer<Past> then) {
    start(_ -> Optional.of(change), found -> found.ifPresent(then));
  }

  private interface Step {
    Optional<LogEntry> from(ChangeRef change, ChangeHistory history);
  }

  private void step(Step step) {
    Past at = past.get();
    if (at != null) {
      go(changes -> step.from(at.change().ref(), changes));
    }
  }

  private void go(Function<ChangeHistory, Optional<LogEntry>> where) {
    start(
        where,
        found -> {
          if (found.isPresent()) {
            past.set(found.get());
            show.accept(found.get().workspace());
          } else {
            leave();
          }
        });
  }

  private void start(
      Function<ChangeHistory, Optional<LogEntry>> where, Consumer<Optional<Past>> then) {
    cancel();
    int own = journey;
    ChangeHistory known = history;
    ChangeHistory changes = known == null ? open.history() : known;
    history = changes;
    running.set(true);
    progress.set(0);
    Consumer<Double> far = ui.latest(progress::set);
    ui.background()
        .execute(() -> {
          try {
            Optional<LogEntry> change = where.apply(changes);
            Optional<Past> found =
                change.flatMap(entry ->
                    changes
                        .at(
                            entry.ref(),
                            (done, of) -> {
                              far.accept(of == 0 ? 1 : (double) done / of);
                              return wanted == own;
                            })
                        .map(state -> new Past(entry, state)));
            boolean stopped = change.isPresent() && found.isEmpty();
            end(
                own,
                () -> {
                  if (!stopped) {
                    then.accept(found);
                  }
                });
          } catch (RuntimeException e) {
            end(own, () -> problem.accept(texts.of("past.failed", String.valueOf(e.getMessage()))));
          }
        });
  }

  private void end(int own, Runnable then) {
    ui.execute(() -> {
      if (journey == own) {
        running.set(false);
        then.run();
      }
    });
  }
}
