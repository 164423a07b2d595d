package dev.flotilla.app.desktop.form;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says who edits a field just now, and for a moment who has changed it: it takes no focus and no
/// clicks. Nothing moves; the field glows and stops glowing.
final class ArrivalMark extends HBox {
  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
  private static final Duration STAYS = Duration.seconds(5);

  private final FieldModel<?> model;
  private final Texts texts;
  private final Avatar avatar = new Avatar("?");
  private final Label who = Labels.of("", "small");
  private final FontIcon busy = Icons.of(Feather.EDIT_2, "busy-sign");
  private Runnable onChange = () -> {};

  /// @param field glows
  ArrivalMark(FieldModel<?> model, Node field, Texts texts) {
    super(Space.TIGHT);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("arrival-mark");
    setAlignment(Pos.CENTER_LEFT);
    setManaged(false);
    setMouseTransparent(true);
    who.setMinWidth(0);
    getChildren().addAll(avatar, who, busy);
    PauseTransition timer = new PauseTransition(STAYS);
    timer.setOnFinished(_ -> model.forgetArrival());
    model
        .arrivedFromProperty()
        .subscribe(from -> {
          field.pseudoClassStateChanged(FRESH, !from.isEmpty());
          show();
          if (!from.isEmpty()) {
            timer.playFromStart();
          }
        });
    model.editors().subscribe(_ -> show());
  }

  /// Whoever lays this out.
  void onChange(Runnable action) {
    onChange = action;
  }

  private void show() {
    String from = model.arrivedFromProperty().get();
    String name = from.isEmpty() ? model.editors().getValue() : from;
    boolean edits = from.isEmpty();
    setVisible(!name.isEmpty());
    if (isVisible()) {
      avatar.show(name);
      who.setText(edits ? name : texts.of("field.arrived", name));
      setAccessibleText(edits ? texts.of("field.editing", name) : who.getText());
    }
    busy.setVisible(edits);
    busy.setManaged(edits);
    onChange.run();
  }
}
