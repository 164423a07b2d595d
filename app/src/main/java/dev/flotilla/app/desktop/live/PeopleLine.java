package dev.flotilla.app.desktop.live;

import dev.flotilla.app.desktop.control.Avatar;
import dev.flotilla.app.desktop.control.Labels;
import dev.flotilla.app.desktop.session.Live;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.app.desktop.text.Texts;
import dev.flotilla.app.desktop.theme.Space;
import dev.flotilla.model.EntityId;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// Who is about one entity just now, in words: "Ana’s laptop is editing rule 2 in production".
public final class PeopleLine extends HBox {
  private static final int SHOWN_MAX = 3;

  private final WorkspaceModel model;
  private final EntityId entity;
  private final PresenceWords words;
  private Subscription subscription = Subscription.EMPTY;

  public PeopleLine(WorkspaceModel model, Texts texts, EntityId entity) {
    super(Space.TIGHT);
    setAlignment(Pos.CENTER_LEFT);
    this.model = model;
    this.entity = entity;
    this.words = new PresenceWords(texts);
    setId("people-line");
    getStyleClass().add("people-line");
    setAccessibleRole(AccessibleRole.TEXT);
    sceneProperty()
        .subscribe(scene -> {
          subscription.unsubscribe();
          subscription =
              scene == null
                  ? Subscription.EMPTY
                  : model.live().versionProperty().subscribe(_ -> refresh());
        });
    refresh();
  }

  private void refresh() {
    List<Live.Person> people = model.live().people(entity);
    getChildren().clear();
    if (!people.isEmpty()) {
      Label what = Labels.of(words.sentence(people.getFirst(), model.workspace()), "small");
      what.setMinWidth(0);
      getChildren().addAll(new Avatar(people.getFirst().name()), what);
    }
    people.stream().skip(1).limit(SHOWN_MAX).forEach(this::addAvatar);
    if (people.size() > SHOWN_MAX + 1) {
      getChildren().add(Labels.of("+" + (people.size() - SHOWN_MAX - 1), "small", "faint"));
    }
    setAccessibleText(words.sentences(people, model.workspace()));
    setVisible(!people.isEmpty());
    setManaged(isVisible());
  }

  private void addAvatar(Live.Person person) {
    Avatar avatar = new Avatar(person.name());
    avatar.setMinWidth(USE_PREF_SIZE);
    avatar.setTooltip(new Tooltip(words.sentence(person, model.workspace())));
    getChildren().add(avatar);
  }
}
