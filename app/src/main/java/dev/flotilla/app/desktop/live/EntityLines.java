package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.fx.Weakly;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Cell;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The name of an entity in a row, a line about it, and who is about it. For a moment after
/// somebody else changed the entity, the row glows and the line says who that was. Made once for a
/// cell.
public final class EntityLines extends HBox {
  private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

  private final WorkspaceModel model;
  private final Texts texts;
  private final Cell<?> cell;
  private final Label name = Labels.of("", "medium");
  private final Label about = Labels.of("", "small", "faint");
  private final PeopleMark people;
  private @Nullable EntityId entity;
  private String words = "";
  private Subscription subscription = Subscription.EMPTY;

  /// @param cell glows
  public EntityLines(WorkspaceModel model, Texts texts, Cell<?> cell) {
    super(Space.SMALL);
    this.model = model;
    this.texts = texts;
    this.cell = cell;
    this.people = new PeopleMark(model, texts);
    VBox lines = new VBox(name, about);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
    getChildren().addAll(lines, people);
    Weakly.follow(this, model.live().versionProperty(), EntityLines::tellArrival);
  }

  /// Shows an entity.
  ///
  /// @param said what the line says while nothing has arrived
  public void show(EntityId next, ObservableValue<String> said) {
    subscription.unsubscribe();
    entity = next;
    name.setText(next.key());
    people.show(next);
    subscription =
        said.subscribe(text -> {
          words = text;
          tellArrival();
        });
  }

  /// Shows nothing.
  public void clear() {
    subscription.unsubscribe();
    entity = null;
    people.show(null);
    tellArrival();
  }

  private void tellArrival() {
    Optional<String> by = Optional.ofNullable(entity).flatMap(model.live()::arrival);
    about.setText(by.map(who -> texts.of("live.arrived", who)).orElse(words));
    about.pseudoClassStateChanged(FRESH, by.isPresent());
    cell.pseudoClassStateChanged(FRESH, by.isPresent());
  }
}
