package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Workspace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Takes steps back and does them again, one after the other: each sees what the one before has
/// done, however fast somebody presses the keys. What a large step comes to is worked out in the
/// background.
///
/// Thread: FX.
final class UndoRun {
  private final UndoStack stack;
  private final Supplier<Workspace> now;
  private final Supplier<ReplicaId> own;
  private final UiBridge ui;
  private final Consumer<Throwable> failed;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int busy;

  /// @param failed told what went wrong in the background
  UndoRun(
      UndoStack stack,
      Supplier<Workspace> now,
      Supplier<ReplicaId> own,
      UiBridge ui,
      Consumer<Throwable> failed) {
    this.stack = stack;
    this.failed = failed;
    this.now = now;
    this.own = own;
    this.ui = ui;
  }

  /// Does `task` as soon as nothing of one's own is on its way.
  void whenQuiet(Runnable task) {
    if (busy == 0) {
      task.run();
    } else {
      waiting.addLast(task);
    }
  }

  /// Something of one's own is on its way, until [#ended].
  void began() {
    busy++;
  }

  void ended() {
    busy--;
    while (busy == 0 && !waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }

  /// Works out what others built on a step. One that is gone meanwhile is left alone.
  void look(UndoStep step, Consumer<UndoPreview> then) {
    if (!stack.has(step)) {
      return;
    }
    Workspace workspace = now.get();
    ReplicaId author = own.get();
    boolean isRedo = stack.isUndone(step);
    inBackground(() -> stack.preview(workspace, author, step, isRedo), then);
  }

  /// Takes back, or does again, what a preview shows.
  ///
  /// @param send makes the changes
  /// @param then told what was refused, if anything was
  void turn(
      UndoPreview preview,
      Function<List<List<Edit>>, Parts> send,
      BiConsumer<Parts, Optional<String>> then) {
    UndoStep step = preview.step();
    if (!stack.has(step)) {
      return;
    }
    Workspace workspace = now.get();
    VersionVector seen = workspace.vector();
    inBackground(
        () -> stack.putBack(workspace, step),
        edits -> {
          began();
          Parts running = send.apply(edits);
          var _ =
              running
                  .end()
                  .thenAccept(refusal -> {
                    int made = running.done();
                    if (made == 0 && !preview.isAnythingLeft()) {
                      stack.forget(step);
                    } else if (made > 0 && made < edits.size()) {
                      stack.turnedInPart(step, running.written(), seen, edits.subList(0, made));
                    } else if (made > 0) {
                      stack.turned(step, running.written(), seen);
                    }
                    then.accept(running, refusal);
                    ended();
                  });
        });
  }

  /// Whatever becomes of the work, it ends: undo would wait for it for ever.
  private <T> void inBackground(Supplier<T> work, Consumer<T> then) {
    began();
    var _ =
        CompletableFuture.supplyAsync(work, ui.background())
            .whenComplete((result, failure) ->
                ui.execute(() -> {
                  try {
                    if (failure == null) {
                      then.accept(result);
                    } else {
                      failed.accept(failure);
                    }
                  } finally {
                    ended();
                  }
                }));
  }
}
