package dev.flotilla.app.desktop.guide;

import dev.flotilla.app.desktop.guide.Step.State;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.settings.DesktopSettings;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Workspace;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.PeerState;
import dev.flotilla.net.PeerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The first steps of a workspace, with what is really done of them: it is here, it has a flag, a
/// second machine joined, and that machine has everything. Begins where something is missing, lasts
/// until somebody ends it, and is remembered on this machine.
///
/// Thread: FX.
public final class GuideViewModel {
  private static final String ENDED = "ended";
  private static final String REACHED = "reached";

  private final WorkspaceModel model;
  private final DesktopSettings settings;
  private final Texts texts;
  private final String key;
  private final ReadOnlyObjectWrapper<List<Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper(false);

  public GuideViewModel(WorkspaceModel model, DesktopSettings settings, Texts texts) {
    this.model = model;
    this.settings = settings;
    this.texts = texts;
    Workspace now = model.workspace();
    this.key = "guide." + now.id().map(WorkspaceId::toString).orElse("");
    shown.set(
        !settings.get(key, "").equals(ENDED) && (!now.hasAny(EntityId.FLAG) || !hasMembers(now)));
    look();
    model.workspaceProperty().subscribe((_, _) -> show());
    model.peersProperty().subscribe((_, _) -> show());
  }

  /// The steps in their order.
  public ReadOnlyObjectProperty<List<Step>> stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  /// Whether the steps are on the page.
  public ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Whether nothing is left to do.
  public ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  /// How many steps are done.
  int done() {
    return (int) steps.get().stream().filter(step -> step.state() == State.DONE).count();
  }

  /// Takes the steps off the page, for good.
  public void end() {
    settings.set(key, ENDED);
    shown.set(false);
  }

  /// Puts the steps on the page again.
  public void showAgain() {
    look();
    settings.set(key, complete.get() ? REACHED : "");
    shown.set(true);
  }

  private void show() {
    if (shown.get()) {
      look();
    }
  }

  private void look() {
    Workspace now = model.workspace();
    Optional<PeerStatus> together =
        model.peersProperty().get().stream()
            .filter(peer -> peer.state() == PeerState.IN_SYNC)
            .findFirst();
    boolean reached = settings.get(key, "").equals(REACHED);
    boolean flags = now.hasAny(EntityId.FLAG) || reached;
    boolean members = hasMembers(now) || reached;
    // Once the second machine had everything, that stays done when it goes to sleep.
    boolean synced = reached || (flags && members && together.isPresent());
    if (synced && shown.get()) {
      settings.set(key, REACHED);
    }
    List<Boolean> done = List.of(true, flags, members, synced);
    int current = done.indexOf(false);
    List<Step> newest = new ArrayList<>();
    newest.add(step(done, current, 0, "here", texts.of("guide.here.text", now.name())));
    newest.add(step(done, current, 1, "flag", texts.of("guide.flag.text")));
    newest.add(step(done, current, 2, "invite", texts.of("guide.invite.text")));
    newest.add(
        step(
            done,
            current,
            3,
            "sync",
            together
                .map(peer -> texts.of("guide.sync.done", peer.name()))
                .orElseGet(() -> texts.of("guide.sync.text"))));
    steps.set(List.copyOf(newest));
    complete.set(current < 0);
  }

  private Step step(List<Boolean> done, int current, int at, String id, String text) {
    State state = done.get(at) ? State.DONE : at == current ? State.CURRENT : State.LATER;
    return new Step(id, title(id), text, state);
  }

  private String title(String id) {
    return switch (id) {
      case "here" -> texts.of("guide.here");
      case "flag" -> texts.of("guide.flag");
      case "invite" -> texts.of("guide.invite");
      default -> texts.of("guide.sync");
    };
  }

  private static boolean hasMembers(Workspace workspace) {
    return workspace.members().size() > 1;
  }
}
