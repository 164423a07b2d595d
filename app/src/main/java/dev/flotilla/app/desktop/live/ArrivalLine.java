package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// Says beside the title of what is open who has just changed it: "Ben’s desktop, just now". There
/// only for that moment.
public final class ArrivalLine extends HBox {
  private final Live live;
  private final Texts texts;
  private final EntityId entity;
  private final Avatar avatar = new Avatar("?");
  private final Label who = Labels.of("", "small");
  private Subscription subscription = Subscription.EMPTY;

  public ArrivalLine(Live live, Texts texts, EntityId entity) {
    super(Space.TIGHT);
    this.live = live;
    this.texts = texts;
    this.entity = entity;
    getStyleClass().add("arrival-mark");
    setAlignment(Pos.CENTER_LEFT);
    setAccessibleRole(AccessibleRole.TEXT);
    setMaxHeight(USE_PREF_SIZE);
    setMinWidth(0);
    who.setMinWidth(0);
    getChildren().addAll(avatar, who);
    sceneProperty()
        .subscribe(scene -> {
          subscription.unsubscribe();
          subscription =
              scene == null ? Subscription.EMPTY : live.versionProperty().subscribe(_ -> refresh());
        });
    refresh();
  }

  private void refresh() {
    Optional<String> by = live.arrival(entity);
    by.ifPresent(name -> {
      avatar.show(name);
      who.setText(texts.of("live.arrived", name));
      setAccessibleText(who.getText());
    });
    setVisible(by.isPresent());
    setManaged(isVisible());
  }
}
