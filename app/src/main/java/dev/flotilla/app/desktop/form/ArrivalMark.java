package dev.flotilla.app.desktop.form;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Says for a moment who has just changed a field, at its upper right corner: it takes no room, no
/// focus and no clicks. Nothing moves; the field glows and stops glowing.
final class ArrivalMark extends HBox {
  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
  private static final Duration STAYS = Duration.seconds(5);
  private static final double INSET = 6;

  private ArrivalMark(FieldModel<?> model, Texts texts) {
    super(Space.TIGHT);
    getStyleClass().add("arrival-mark");
    setAlignment(Pos.CENTER_LEFT);
    setManaged(false);
    setMouseTransparent(true);
    Avatar avatar = new Avatar("?");
    Label who = Labels.of("", "small");
    getChildren().addAll(avatar, who);
    PauseTransition timer = new PauseTransition(STAYS);
    timer.setOnFinished(_ -> model.forgetArrival());
    setVisible(false);
    model
        .arrivedFromProperty()
        .subscribe(from -> {
          setVisible(!from.isEmpty());
          if (!from.isEmpty()) {
            avatar.show(from);
            who.setText(texts.of("field.arrived", from));
            timer.playFromStart();
          }
        });
  }

  /// Puts the mark over `field`, which is in `box`.
  static void over(Region box, Node field, FieldModel<?> model, Texts texts) {
    ArrivalMark mark = new ArrivalMark(model, texts);
    model
        .arrivedFromProperty()
        .subscribe(from -> field.pseudoClassStateChanged(FRESH, !from.isEmpty()));
    if (box instanceof javafx.scene.layout.Pane pane) {
      pane.getChildren().add(mark);
    }
    Runnable place =
        () -> {
          mark.autosize();
          mark.relocate(
              field.getBoundsInParent().getMaxX() - mark.getWidth() - INSET,
              field.getBoundsInParent().getMinY() - mark.getHeight() / 2);
        };
    field.boundsInParentProperty().subscribe(_ -> place.run());
    mark.visibleProperty().subscribe(_ -> place.run());
    mark.needsLayoutProperty().subscribe(_ -> place.run());
  }
}
