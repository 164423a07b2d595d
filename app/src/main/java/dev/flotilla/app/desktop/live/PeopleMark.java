package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Icons;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.fx.Weakly;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.Presence;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Who is about an entity just now, as discs with initials. Takes no focus and no clicks. Made once
/// for a cell and shown for one entity after the other.
public final class PeopleMark extends HBox {
  private static final int SHOWN_MAX = 3;

  private final WorkspaceModel model;
  private final PresenceWords words;
  private final Tooltip tooltip = new Tooltip();
  private @Nullable EntityId entity;
  private List<Live.Person> shown = List.of();

  public PeopleMark(WorkspaceModel model, Texts texts) {
    super(Space.TIGHT);
    this.model = model;
    this.words = new PresenceWords(texts);
    getStyleClass().add("people-mark");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(USE_PREF_SIZE);
    setVisible(false);
    setManaged(false);
    Tooltip.install(this, tooltip);
    Weakly.follow(this, model.live().versionProperty(), PeopleMark::refresh);
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
    if (people.equals(shown)) {
      return;
    }
    shown = people;
    getChildren().clear();
    people.stream().limit(SHOWN_MAX).forEach(this::addPerson);
    if (people.size() > SHOWN_MAX) {
      getChildren().add(Labels.of("+" + (people.size() - SHOWN_MAX), "small", "faint"));
    }
    String sentences = words.sentences(people, model.workspace());
    tooltip.setText(sentences);
    setAccessibleText(sentences);
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }

  private void addPerson(Live.Person person) {
    Avatar avatar = new Avatar(person.name());
    avatar.getStyleClass().add("present");
    if (person.presence().doing() == Presence.Doing.EDITING) {
      StackPane sign = new StackPane(Icons.of(Feather.EDIT_2, "busy-sign"));
      sign.getStyleClass().add("busy-badge");
      StackPane.setAlignment(sign, Pos.BOTTOM_RIGHT);
      StackPane busy = new StackPane(avatar, sign);
      busy.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
      getChildren().add(busy);
    } else {
      getChildren().add(avatar);
    }
  }
}
