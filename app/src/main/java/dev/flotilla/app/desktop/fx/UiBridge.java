package dev.flotilla.app.desktop.fx;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
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
  private volatile boolean closed;

  /// For view-models under test: `ui` stands for the FX thread and for all others.
  public UiBridge(Executor ui) {
    this(ui, ui);
  }

  private UiBridge(Executor ui, Executor background) {
    this.ui = ui;
    this.background = background;
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
        Thread::startVirtualThread);
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
