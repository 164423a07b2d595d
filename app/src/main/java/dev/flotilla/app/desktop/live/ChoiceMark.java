package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.form.Place;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.model.EntityId;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// A switch, a combo box or another choice, and who else is at it: a disc at its corner, named by a
/// tooltip, while somebody edits it and for a moment after somebody changed it; then it glows as
/// well. The disc takes no room, so that nothing moves.
public final class ChoiceMark extends StackPane {
  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

  private static final double INSET = 3;

  private final Region choice;
  private final Live live;
  private final Texts texts;
  private final Avatar avatar = new Avatar("?");
  private final StackPane disc = new StackPane(avatar);
  private final Tooltip tooltip = new Tooltip();
  private Optional<Place> place = Optional.empty();
  private Subscription subscription = Subscription.EMPTY;

  public ChoiceMark(Region choice, Live live, Texts texts) {
    super(choice);
    this.choice = choice;
    this.live = live;
    this.texts = texts;
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_COMPUTED_SIZE);
    setMaxHeight(USE_PREF_SIZE);
    disc.getStyleClass().add("choice-mark");
    disc.setManaged(false);
    disc.setVisible(false);
    Tooltip.install(disc, tooltip);
    getChildren().add(disc);
    sceneProperty()
        .subscribe(scene -> {
          subscription.unsubscribe();
          subscription =
              scene == null ? Subscription.EMPTY : live.versionProperty().subscribe(_ -> refresh());
        });
  }

  /// Says what is chosen here.
  public ChoiceMark at(EntityId entity, String field) {
    Place next = new Place(entity, field);
    if (!place.equals(Optional.of(next))) {
      place = Optional.of(next);
      Place.mark(this, entity, field);
      refresh();
    }
    return this;
  }

  private void refresh() {
    String editor = place.map(at -> live.editing(at.entity(), at.field())).orElse("");
    Optional<String> by = place.flatMap(at -> live.arrival(at.entity(), at.field()));
    String name = by.orElse(editor);
    choice.pseudoClassStateChanged(FRESH, by.isPresent());
    disc.setVisible(!name.isEmpty());
    if (disc.isVisible()) {
      avatar.show(name);
      tooltip.setText(texts.of(by.isPresent() ? "field.arrived" : "field.editing", name));
      disc.setAccessibleText(tooltip.getText());
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double size = disc.prefWidth(-1);
    var bounds = choice.getBoundsInParent();
    disc.resizeRelocate(
        snapPositionX(bounds.getMaxX() - size / 2 - INSET), snapPositionY(-size / 2), size, size);
  }
}
