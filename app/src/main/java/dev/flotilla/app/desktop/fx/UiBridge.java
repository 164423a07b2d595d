package dev.flotilla.app.desktop.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Carries values from any thread to the FX thread, and drops what nobody will see: a value that
/// was overtaken by a newer one before it was shown, and everything that arrives after `close`.
///
/// Threads: all methods may be called from any thread and never block.
public final class UiBridge implements Executor, AutoCloseable {
  private final Executor ui;
  private final Executor background;
  private final BiConsumer<Duration, Runnable> timer;
  private volatile boolean closed;

  /// For view-models under test: `ui` stands for the FX thread and for all others.
  public UiBridge(Executor ui) {
    this(ui, ui, (_, _) -> {});
  }

  private UiBridge(Executor ui, Executor background, BiConsumer<Duration, Runnable> timer) {
    this.ui = ui;
    this.background = background;
    this.timer = timer;
  }

  /// A bridge to the toolkit's own thread.
  public static UiBridge toFxThread() {
    return new UiBridge(
        task -> {
          if (Platform.isFxApplicationThread()) {
            task.run();
          } else {
            Platform.runLater(task);
          }
        },
        Thread::startVirtualThread,
        (pause, task) ->
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(task));
  }

  /// Runs a task on the FX thread when so much time has passed. Under test it never does.
  public void after(Duration pause, Runnable task) {
    timer.accept(pause, () -> execute(task));
  }

  /// Where what takes longer than a moment runs. Under test it is the thread of the caller.
  public Executor background() {
    return background;
  }

  @Override
  public void execute(Runnable task) {
    if (closed) {
      return;
    }
    ui.execute(() -> {
      if (!closed) {
        task.run();
      }
    });
  }

  /// A consumer that shows only the newest value; at most one task is queued at a time.
  public <T> Consumer<T> latest(Consumer<T> show) {
    AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    return value -> {
      if (waiting.getAndSet(value) == null) {
        execute(() -> {
          T newest = waiting.getAndSet(null);
          if (newest != null) {
            show.accept(newest);
          }
        });
      }
    };
  }

  /// Nothing is shown from now on.
  @Override
  public void close() {
    closed = true;
  }
}
