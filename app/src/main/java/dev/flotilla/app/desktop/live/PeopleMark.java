package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Who is about an entity just now, as discs with initials, and for a moment who has changed it.
/// Takes no focus and no clicks. Made once for a cell and shown for one entity after the other.
public final class PeopleMark extends HBox {
  private static final int SHOWN_MAX = 3;

  private final WorkspaceModel model;
  private final PresenceWords words;
  private final Texts texts;
  private final Tooltip tooltip = new Tooltip();
  private @Nullable EntityId entity;
  private List<Live.Person> shown = List.of();
  private Optional<String> arrival = Optional.empty();

  public PeopleMark(WorkspaceModel model, Texts texts) {
    super(Space.HAIR);
    this.model = model;
    this.texts = texts;
    this.words = new PresenceWords(texts);
    getStyleClass().add("people-mark");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    setVisible(false);
    setManaged(false);
    Tooltip.install(this, tooltip);
    model.live().versionProperty().subscribe(_ -> refresh());
  }

  /// From now on this shows who is about `next`.
  public void show(@Nullable EntityId next) {
    if (next == null || !next.equals(entity)) {
      entity = next;
      refresh();
    }
  }

  private void refresh() {
    EntityId now = entity;
    List<Live.Person> people = now == null ? List.of() : model.live().people(now);
    Optional<String> by = now == null ? Optional.empty() : model.live().arrival(now);
    if (people.equals(shown) && by.equals(arrival)) {
      return;
    }
    shown = people;
    arrival = by;
    getChildren().clear();
    by.ifPresent(this::addArrival);
    people.stream().limit(SHOWN_MAX).forEach(this::addPerson);
    if (people.size() > SHOWN_MAX) {
      getChildren().add(Labels.of("+" + (people.size() - SHOWN_MAX), "small", "faint"));
    }
    tooltip.setText(
        by.map(who -> texts.of("live.arrived", who) + "\n").orElse("")
            + words.sentences(people, model.workspace()));
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private void addArrival(String by) {
    Avatar avatar = new Avatar(by);
    Label who = Labels.of(texts.of("live.arrived", by), "small");
    HBox mark = new HBox(Space.TIGHT, avatar, who);
    mark.setAlignment(Pos.CENTER_LEFT);
    mark.getStyleClass().add("arrival-mark");
    getChildren().add(mark);
  }

  private void addPerson(Live.Person person) {
    Avatar avatar = new Avatar(person.name());
    avatar.getStyleClass().add("present");
    if (person.presence().doing() == dev.flotilla.net.Presence.Doing.EDITING) {
      avatar.getStyleClass().add("busy");
      HBox busy = new HBox(avatar, Icons.of(Feather.EDIT_2, "busy-sign"));
      busy.setAlignment(Pos.BOTTOM_RIGHT);
      getChildren().add(busy);
    } else {
      getChildren().add(avatar);
    }
  }
}
