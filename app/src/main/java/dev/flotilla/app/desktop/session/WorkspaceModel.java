package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.Edit;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.PeerStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The newest snapshot of one workspace on the FX thread, and the way to change it. Own edits can
/// be taken back by new ones ([UndoStack]).
///
/// Thread: FX.
public final class WorkspaceModel implements AutoCloseable {
  /// What is offered beside [#doneProperty].
  public enum Offer {
    NOTHING,
    UNDO,
    REDO
  }

  private final OpenWorkspace open;
  private final UiBridge ui;
  private final Texts texts;
  private final People people;
  private final ReadOnlyObjectWrapper<Workspace> workspace;
  private final ReadOnlyObjectWrapper<List<PeerStatus>> peers;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(Offer.NOTHING);
  private final StringProperty reason = new SimpleStringProperty("");
  private final UndoStack undo;
  private final Drafts drafts;
  private final UndoRun turning;
  private final Live live;
  private final TimeTravel timeTravel;
  private final Subscription subscriptions;
  private final ReadOnlyObjectWrapper<@Nullable Parts> turned = new ReadOnlyObjectWrapper<>();
  private Consumer<UndoPreview> asker = this::turn;
  private Consumer<ProtectedEdit> guard = edit -> edit.answer(true);

  /// A model for a first sitting at the workspace.
  public WorkspaceModel(OpenWorkspace open, UiBridge ui, Texts texts) {
    this(open, ui, texts, new Sitting());
  }

  /// A model that goes on with what was done and begun before.
  public WorkspaceModel(OpenWorkspace open, UiBridge ui, Texts texts, Sitting sitting) {
    this.open = open;
    this.undo = sitting.undo();
    this.drafts = sitting.drafts();
    this.ui = ui;
    this.texts = texts;
    this.people = new People(open, texts);
    this.workspace = new ReadOnlyObjectWrapper<>(open.workspace());
    this.peers = new ReadOnlyObjectWrapper<>(List.copyOf(open.peers()));
    this.live = new Live(open, ui, people);
    this.turning = new UndoRun(undo, open::workspace, people::own, ui, this::failed);
    this.timeTravel = new TimeTravel(open, ui, texts, workspace::set);
    timeTravel.onProblem(problem::set);
    this.subscriptions =
        Subscription.combine(
            open.onChange(ui.latest(this::arrived)),
            open.onPeers(ui.latest(peers::set)),
            live.start());
    // Whatever happened between reading and listening.
    workspace.set(open.workspace());
    peers.set(List.copyOf(open.peers()));
  }

  private void arrived(Workspace newest) {
    if (!timeTravel.isPast()) {
      Workspace before = workspace.get();
      workspace.set(newest);
      live.arrived(before, newest);
    }
  }

  /// The workspace that is shown: the newest snapshot, or one of the past ([#timeTravel]).
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

  /// What others do just now.
  public Live live() {
    return live;
  }

  /// The way to the past and back. While the past is shown, every edit is refused with a sentence.
  public TimeTravel timeTravel() {
    return timeTravel;
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

  /// Whether what [#doneProperty] says can be taken back or done again; set before it.
  public Offer offer() {
    return offer.get();
  }

  /// What the author says about the next change, in place of the words that the window has for it;
  /// empty again once there was one.
  public StringProperty reasonProperty() {
    return reason;
  }

  /// What was typed and is not saved.
  public Drafts drafts() {
    return drafts;
  }

  /// What can be taken back.
  public UndoStack undoStack() {
    return undo;
  }

  /// A step of several changes that is being taken back, or done again; null for none.
  public ReadOnlyObjectProperty<@Nullable Parts> turnedProperty() {
    return turned.getReadOnlyProperty();
  }

  /// Who asks before a step is taken back on which others have built; without anybody it is done.
  public void onUndoPreview(Consumer<UndoPreview> newAsker) {
    asker = newAsker;
  }

  /// Who asks before something changes in a protected environment; without anybody it is done.
  public void onProtected(Consumer<ProtectedEdit> newGuard) {
    guard = newGuard;
  }

  public void forgetMessages() {
    problem.set("");
    done.set("");
  }

  /// Says a sentence at the lower edge of the window, without an offer to undo.
  public void say(String sentence) {
    forgetMessages();
    offer.set(Offer.NOTHING);
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
                offer.set(Offer.UNDO);
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
    return start(message, List.of(edits)).end();
  }

  /// Makes edits that are too many for one change, each list one; they are taken back together. A
  /// refusal is shown by the window, and so is `message` with an offer to undo.
  public Parts editInParts(String message, List<List<Edit>> parts) {
    Parts running = start(message, parts);
    var _ =
        running
            .end()
            .thenAccept(refusal -> {
              refusal.ifPresent(problem::set);
              if (refusal.isEmpty() && running.done() > 0) {
                offer.set(Offer.UNDO);
                done.set(message);
              }
            });
    return running;
  }

  private Parts start(String message, List<List<Edit>> parts) {
    forgetMessages();
    VersionVector seen = workspace.get().vector();
    String why = reason.get().strip();
    turning.began();
    Parts running = send(parts, why.isEmpty() ? message : why, meant("", parts));
    var _ =
        running
            .end()
            .thenAccept(_ -> {
              undo.add(new UndoStep(message, running.written(), seen));
              if (running.done() > 0 && why.equals(reason.get().strip())) {
                reason.set("");
              }
              turning.ended();
            });
    return running;
  }

  /// Why the edits are not meant; empty if they are.
  private CompletionStage<Optional<String>> meant(String step, List<List<Edit>> parts) {
    Optional<ProtectedEdit> question =
        timeTravel.isPast() ? Optional.empty() : ProtectedEffects.of(workspace.get(), step, parts);
    if (question.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    ProtectedEdit edit = question.get();
    guard.accept(edit);
    return edit.answered()
        .thenApply(yes ->
            yes
                ? Optional.empty()
                : Optional.of(texts.of("protected.kept", String.join(", ", edit.environments()))));
  }

  private Parts send(
      List<List<Edit>> parts, String message, CompletionStage<Optional<String>> refused) {
    return Parts.start(
        parts,
        edits ->
            timeTravel
                .refusal()
                .<CompletionStage<Submitted>>map(
                    sentence -> CompletableFuture.completedFuture(new Submitted.Refused(sentence)))
                .orElseGet(() ->
                    refused.thenCompose(sentence ->
                        sentence.isEmpty()
                            ? open.submit(edits, message)
                            : CompletableFuture.completedFuture(
                                new Submitted.Refused(sentence.get())))),
        failure -> texts.of("edit.failed", reason(failure)),
        ui);
  }

  /// Takes back the last own edit that can be taken back, by a new edit.
  public void undo() {
    turning.whenQuiet(() -> turn(undo.last(), "undo.nothing"));
  }

  /// Does again what was taken back last, by a new edit.
  public void redo() {
    turning.whenQuiet(() -> turn(undo.lastUndone(), "redo.nothing"));
  }

  /// Takes back any own edit, or does one again: asks first if others have built on it.
  public void turn(UndoStep step) {
    turning.whenQuiet(() -> look(step));
  }

  /// Does what a preview shows.
  public void turn(UndoPreview preview) {
    turning.whenQuiet(() -> turnNow(preview));
  }

  private void look(UndoStep step) {
    if (timeTravel.isPast()) {
      forgetMessages();
      timeTravel.refusal().ifPresent(problem::set);
      return;
    }
    turning.look(
        step,
        preview -> {
          if (preview.isQuiet()) {
            turnNow(preview);
          } else {
            asker.accept(preview);
          }
        });
  }

  private void turnNow(UndoPreview preview) {
    forgetMessages();
    String message =
        texts.of(preview.isRedo() ? "redo.message" : "undo.message", preview.step().message());
    String question =
        texts.of(
            preview.isRedo() ? "undo.preview.redo" : "undo.preview.undo", preview.step().message());
    turning.turn(
        preview,
        edits -> {
          Parts running = send(edits, message, meant(question, edits));
          turned.set(edits.size() > 1 && !running.isEnded() ? running : null);
          return running;
        },
        (running, refusal) -> {
          turned.set(null);
          refusal.ifPresent(problem::set);
          if (refusal.isEmpty()) {
            boolean isWhole = running.done() == running.count();
            offer.set(preview.isRedo() == isWhole ? Offer.UNDO : Offer.REDO);
            done.set(
                isWhole
                    ? message
                    : texts.of("undo.stopped", message, running.done(), running.count()));
          }
        });
  }

  private void turn(Optional<UndoStep> step, String nothing) {
    if (step.isEmpty()) {
      say(texts.of(nothing));
    } else {
      look(step.get());
    }
  }

  private void failed(Throwable failure) {
    problem.set(texts.of("edit.failed", reason(failure)));
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
