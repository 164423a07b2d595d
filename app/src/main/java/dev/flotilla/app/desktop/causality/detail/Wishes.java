package dev.flotilla.app.desktop.causality.detail;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.causality.model.CausalityModel;
import dev.flotilla.app.desktop.page.Frame;
import dev.flotilla.app.desktop.page.Section;
import dev.flotilla.app.desktop.session.WorkspaceModel;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// What the words about a change ask of the window around them.
public interface Wishes {
  /// There is no window around them that could do anything.
  Wishes NONE =
      new Wishes() {
        @Override
        public boolean canShow(EntityId entity) {
          return false;
        }

        @Override
        public void show(EntityId entity) {}

        @Override
        public boolean hasHistory() {
          return false;
        }

        @Override
        public void showInHistory(ChangeRef change) {}
      };

  /// Whether there is an editor for it, and it is still there.
  boolean canShow(EntityId entity);

  void show(EntityId entity);

  boolean hasHistory();

  void showInHistory(ChangeRef change);

  /// Shows the whole workspace as it was after a change, where that can be shown.
  default Optional<Consumer<Event>> moment() {
    return Optional.empty();
  }

  /// The changes that are in a conflict now, each with the names of its conflicts.
  default ObservableValue<Map<ChangeRef, SortedSet<String>>> conflicts() {
    return new SimpleObjectProperty<>(Map.of());
  }

  /// Shows a conflict with all that there is to say about it.
  default void showConflict(String id) {}

  /// Shows the course that explains all of this, where there is one.
  default Optional<Runnable> course() {
    return Optional.empty();
  }

  /// What a window can do.
  static Wishes of(CausalityModel causality, Frame frame) {
    WorkspaceModel model = causality.workspace();
    return new Wishes() {
      @Override
      public boolean canShow(EntityId entity) {
        return entity.kind().equals(EntityId.FLAG) && model.workspace().exists(entity);
      }

      @Override
      public void show(EntityId entity) {
        frame.editFlag(entity.key());
      }

      @Override
      public boolean hasHistory() {
        return true;
      }

      @Override
      public void showInHistory(ChangeRef change) {
        frame.showInHistory(change);
      }

      @Override
      public Optional<Consumer<Event>> moment() {
        return Optional.of(event -> {
          model.timeTravel().go(new Dot(event.author(), event.last()));
          frame.show(Section.FLAGS);
        });
      }

      @Override
      public ObservableValue<Map<ChangeRef, SortedSet<String>>> conflicts() {
        return causality.conflictsProperty();
      }

      @Override
      public void showConflict(String id) {
        frame.showConflict(id);
      }

      @Override
      public Optional<Runnable> course() {
        return Optional.of(frame::showCourse);
      }
    };
  }
}
