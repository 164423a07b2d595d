package dev.flotilla.app.desktop.conflicts;

import dev.flotilla.model.Alternative;
import dev.flotilla.model.Choice;
import dev.flotilla.model.Conflict;
import dev.flotilla.model.EntityId;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// A conflict in words, with what can be chosen.
record ConflictView(
    Conflict conflict, String place, String story, List<Option> options, List<Action> actions) {
  /// One of the values; the first is what applications read now.
  record Option(
      Alternative alternative,
      String value,
      String who,
      String device,
      ObservableValue<String> when,
      String exact,
      int pick,
      String choose) {
    boolean inUse() {
      return pick == 0;
    }

    private List<Object> said() {
      return List.of(alternative, value, who, device, exact, pick, choose);
    }
  }

  /// A way out that is not one of the values.
  record Action(String id, String text, Choice choice) {}

  ConflictView {
    options = List.copyOf(options);
    actions = List.copyOf(actions);
  }

  ConflictView withStory(String another) {
    return new ConflictView(conflict, place, another, options, actions);
  }

  String id() {
    return conflict.id();
  }

  /// Whether both read alike.
  boolean saysTheSameAs(ConflictView other) {
    return conflict.equals(other.conflict)
        && place.equals(other.place)
        && story.equals(other.story)
        && actions.equals(other.actions)
        && said().equals(other.said());
  }

  private List<List<Object>> said() {
    return options.stream().map(Option::said).toList();
  }

  /// Of the entity that it is in.
  String key() {
    return conflict.entity().key();
  }

  boolean isFlag() {
    return conflict.entity().kind().equals(EntityId.FLAG);
  }
}
