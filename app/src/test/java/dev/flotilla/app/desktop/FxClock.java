package dev.flotilla.app.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Times what happens on the FX thread, for the benchmark.
final class FxClock {
  private static final long PATIENCE_SECONDS = 120;
  private static final long BEAT_NANOS = 1_000_000;

  /// What a row of frames took.
  ///
  /// @param work from the beginning of a frame to the end of its layout
  /// @param gaps from the beginning of a frame to that of the next
  record Frames(Timings work, Timings gaps) {}

  <T> T get(Callable<T> task) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        result.complete(task.call());
      } catch (Exception | Error e) {
        result.completeExceptionally(e);
      }
    });
    return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void run(Runnable task) throws Exception {
    var _ =
        get(() -> {
          task.run();
          return true;
        });
  }

  /// Milliseconds until `task` is done and what it changed is laid out.
  double timed(Stage stage, Runnable task) throws Exception {
    double millis =
        get(() -> {
          long start = System.nanoTime();
          task.run();
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          return (System.nanoTime() - start) / 1e6;
        });
    // A person waits for the frame before the next key.
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    run(() -> afterLayout(stage.getScene(), () -> true, () -> drawn.complete(true)));
    drawn.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return millis;
  }

  /// Calls `then` after the first layout at whose end `condition` holds.
  void afterLayout(Scene scene, BooleanSupplier condition, Runnable then) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            if (condition.getAsBoolean()) {
              scene.removePostLayoutPulseListener(this);
              then.run();
            } else {
              Platform.requestNextPulse();
            }
          }
        });
    Platform.requestNextPulse();
  }

  /// Runs `step` at the beginning of so many frames.
  Frames frames(Scene scene, int count, Runnable step) throws Exception {
    Frames frames = new Frames(new Timings(), new Timings());
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    long[] begin = {0};
    Runnable laidOut = () -> frames.work().add((System.nanoTime() - begin[0]) / 1e6);
    AnimationTimer timer =
        new AnimationTimer() {
          private int left = count;

          @Override
          public void handle(long now) {
            long start = System.nanoTime();
            if (begin[0] != 0) {
              frames.gaps().add((start - begin[0]) / 1e6);
            }
            begin[0] = start;
            step.run();
            left--;
            if (left == 0) {
              stop();
              done.complete(true);
            }
          }
        };
    run(() -> {
      scene.addPostLayoutPulseListener(laidOut);
      timer.start();
    });
    done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    run(() -> scene.removePostLayoutPulseListener(laidOut));
    return frames;
  }

  /// Watches for how long the FX thread does nothing else.
  Blocks blocks() {
    return new Blocks();
  }

  static final class Blocks implements AutoCloseable {
    private volatile boolean closed;
    private volatile long longest;

    private Blocks() {
      Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
      while (!closed) {
        CompletableFuture<Boolean> answered = new CompletableFuture<>();
        long asked = System.nanoTime();
        Platform.runLater(() -> answered.complete(true));
        var _ = answered.join();
        longest = Math.max(longest, System.nanoTime() - asked);
        LockSupport.parkNanos(BEAT_NANOS);
      }
    }

    double longestMillis() {
      return longest / 1e6;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
