package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/// The newest snapshot of one workspace on the FX thread, and the way to change it. Remembers this
/// window's own edits, so that the last one can be taken back by a new, inverse edit.
///
/// Thread: FX.
public final class WorkspaceModel implements AutoCloseable {
  /// Own edits that can be taken back.
  private static final int UNDO_LIMIT = 100;

  /// @param inverses of one change each, the last change's first
  private record Step(String message, List<List<Edit>> inverses) {}

  private final OpenWorkspace open;
  private final UiBridge ui;
  private final Texts texts;
  private final People people;
  private final ReadOnlyObjectWrapper<Workspace> workspace;
  private final ReadOnlyObjectWrapper<List<PeerStatus>> peers;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final Deque<Step> undoable = new ArrayDeque<>();
  private final Subscription subscriptions;
  private boolean undoOffered;

  public WorkspaceModel(OpenWorkspace open, UiBridge ui, Texts texts) {
    this.open = open;
    this.ui = ui;
    this.texts = texts;
    this.people = new People(open::replica, texts);
    this.workspace = new ReadOnlyObjectWrapper<>(open.workspace());
    this.peers = new ReadOnlyObjectWrapper<>(List.copyOf(open.peers()));
    this.subscriptions =
        Subscription.combine(
            open.onChange(ui.latest(workspace::set)), open.onPeers(ui.latest(peers::set)));
    // Whatever happened between reading and listening.
    workspace.set(open.workspace());
    peers.set(List.copyOf(open.peers()));
  }

  public ReadOnlyObjectProperty<Workspace> workspaceProperty() {
    return workspace.getReadOnlyProperty();
  }

  public Workspace workspace() {
    return workspace.get();
  }

  public ReadOnlyObjectProperty<List<PeerStatus>> peersProperty() {
    return peers.getReadOnlyProperty();
  }

  public People people() {
    return people;
  }

  public OpenWorkspace open() {
    return open;
  }

  public UiBridge ui() {
    return ui;
  }

  /// The sentence of the last refusal that no field shows itself; empty when there is none.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What was done last; empty when there is nothing to say.
  public ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// Whether what [#doneProperty] says can be taken back; set before it.
  public boolean isUndoOffered() {
    return undoOffered;
  }

  public void forgetMessages() {
    problem.set("");
    done.set("");
  }

  /// Says a sentence at the lower edge of the window, without an offer to undo.
  public void say(String sentence) {
    forgetMessages();
    undoOffered = false;
    done.set(sentence);
  }

  /// Submits; a refusal is shown by the window.
  public void edit(String message, Edit... edits) {
    submit(message, List.of(edits));
  }

  /// Submits; a refusal is shown by the window, success says `message` with an offer to undo.
  public void editAndSay(String message, List<Edit> edits) {
    var _ =
        submit(message, edits)
            .thenAccept(refusal -> {
              if (refusal.isEmpty()) {
                undoOffered = true;
                done.set(message);
              }
            });
  }

  /// Submits; the window shows a refusal, and the stage tells it too, on the FX thread.
  public CompletionStage<Optional<String>> submit(String message, List<Edit> edits) {
    return submitInline(message, edits)
        .thenApply(refusal -> {
          refusal.ifPresent(problem::set);
          return refusal;
        });
  }

  /// Submits; the caller shows a refusal. The stage completes on the FX thread.
  public CompletionStage<Optional<String>> submitInline(String message, List<Edit> edits) {
    forgetMessages();
    List<Edit> inverse = Inverse.of(workspace.get(), edits);
    return send(edits, message)
        .thenApply(answer -> {
          if (answer.isEmpty()) {
            remember(message, inverse.isEmpty() ? List.of() : List.of(inverse));
          }
          return answer;
        });
  }

  /// Takes back the last own edit that can be taken back, by a new edit. False when there is none.
  public boolean undo() {
    Step last = undoable.pollLast();
    undoOffered = false;
    if (last == null) {
      done.set(texts.of("undo.nothing"));
      return false;
    }
    forgetMessages();
    String message = texts.of("undo.message", last.message());
    undo(last.inverses().iterator(), message);
    return true;
  }

  private void undo(Iterator<List<Edit>> inverses, String message) {
    var _ =
        send(inverses.next(), message)
            .thenAccept(refusal -> {
              if (refusal.isPresent()) {
                problem.set(refusal.get());
              } else if (inverses.hasNext()) {
                undo(inverses, message);
              } else {
                undoOffered = false;
                done.set(message);
              }
            });
  }

  /// Makes edits that do not fit into one change, one list after the other: one step to undo, and a
  /// sentence with an offer to do so when all is done or it was cancelled. The window shows a
  /// refusal, after which nothing further is done.
  public Parts editInParts(String message, List<List<Edit>> parts) {
    forgetMessages();
    Parts running = new Parts(parts.size());
    next(running, message, parts.iterator(), new ArrayDeque<>());
    return running;
  }

  private void next(
      Parts running, String message, Iterator<List<Edit>> parts, Deque<List<Edit>> inverses) {
    if (!parts.hasNext() || running.isCancelled()) {
      end(running, message, inverses, Optional.empty());
      return;
    }
    List<Edit> edits = parts.next();
    List<Edit> inverse = Inverse.of(workspace.get(), edits);
    var _ =
        send(edits, message)
            .thenAccept(refusal -> {
              if (refusal.isPresent()) {
                end(running, message, inverses, refusal);
              } else {
                inverses.addFirst(inverse);
                running.oneDone();
                next(running, message, parts, inverses);
              }
            });
  }

  private void end(
      Parts running, String message, Deque<List<Edit>> inverses, Optional<String> refusal) {
    boolean undoable = inverses.stream().noneMatch(List::isEmpty);
    if (undoable) {
      remember(message, List.copyOf(inverses));
    }
    if (refusal.isPresent()) {
      problem.set(refusal.get());
    } else if (running.done() > 0) {
      undoOffered = undoable;
      done.set(message);
    }
    running.end(refusal);
  }

  /// Completes on the FX thread, with the sentence of a refusal or a failure if there is one.
  private CompletableFuture<Optional<String>> send(List<Edit> edits, String message) {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    var _ =
        open.submit(edits, message)
            .whenComplete((refusal, failure) ->
                ui.execute(() ->
                    answer.complete(
                        failure != null
                            ? Optional.of(texts.of("edit.failed", reason(failure)))
                            : refusal)));
    return answer;
  }

  private void remember(String message, List<List<Edit>> inverses) {
    if (inverses.isEmpty()) {
      return;
    }
    undoable.addLast(new Step(message, inverses));
    if (undoable.size() > UNDO_LIMIT) {
      undoable.removeFirst();
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    ui.close();
  }
}
