package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.Presence;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Tells the others what the person at this window is about: the field that has the keyboard, else
/// the entity that is open. Whoever does nothing for two minutes is about nothing.
///
/// Thread: FX.
public final class Attention implements AutoCloseable {
  private static final Duration IDLE = Duration.minutes(2);

  private final Live live;
  private final ObservableValue<EntityId> opened;
  private final PauseTransition idle = new PauseTransition(IDLE);
  private final Subscription subscriptions;
  private Subscription ofScene = Subscription.EMPTY;
  private Optional<Place> place = Optional.empty();

  /// @param window everything that can be edited is in it
  /// @param opened what is open; without a value for nothing
  public Attention(Live live, Parent window, ObservableValue<EntityId> opened) {
    this.live = live;
    this.opened = opened;
    idle.setOnFinished(_ -> live.announce(Presence.NOTHING));
    subscriptions =
        Subscription.combine(
            window.sceneProperty().subscribe(this::watch), opened.subscribe(_ -> tell()));
    window.addEventFilter(InputEvent.ANY, _ -> awake());
    // In a table the keyboard goes from switch to switch without leaving the table.
    window.addEventFilter(KeyEvent.KEY_RELEASED, _ -> lookAgain(window));
    window.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> lookAgain(window));
  }

  private void watch(Scene scene) {
    ofScene.unsubscribe();
    ofScene =
        scene == null ? Subscription.EMPTY : scene.focusOwnerProperty().subscribe(this::focused);
  }

  private void focused(Node owner) {
    place = Place.of(owner);
    tell();
  }

  private void lookAgain(Parent window) {
    Scene scene = window.getScene();
    if (scene != null && !place.equals(Place.of(scene.getFocusOwner()))) {
      focused(scene.getFocusOwner());
    }
  }

  private void awake() {
    if (idle.getCurrentTime().greaterThan(Duration.seconds(1)) || !isCounting()) {
      tell();
    }
  }

  private boolean isCounting() {
    return idle.getStatus() == PauseTransition.Status.RUNNING;
  }

  private void tell() {
    idle.playFromStart();
    live.announce(
        place
            .map(at -> Presence.editing(at.entity(), at.field()))
            .or(() -> Optional.ofNullable(opened.getValue()).map(Presence::looking))
            .orElse(Presence.NOTHING));
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    ofScene.unsubscribe();
    idle.stop();
    live.announce(Presence.NOTHING);
  }
}
