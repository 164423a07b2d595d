package dev.flotilla.app.desktop.causality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.EventFilter;
import dev.flotilla.app.causality.MadeHistories;
import dev.flotilla.app.causality.Touch;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// A layout that failed in the background left the diagram busy: nothing was laid out any more.
class FailingLayoutTest {
  private final Deque<Runnable> later = new ArrayDeque<>();

  @Test
  void afterALayoutThatFailedTheNextOneIsMade() {
    DiagramModel model = new DiagramModel(new Large());
    work();
    int all = model.spaceTimeProperty().get().marks().size();

    model.filterProperty().set(EventFilter.ALL.text("anything"));
    assertThatThrownBy(later.remove()::run).isInstanceOf(IllegalStateException.class);
    work();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(model.spaceTimeProperty().get().marks()).hasSize(all);

    model.filterProperty().set(EventFilter.ALL.authors(Set.of("Machine 3")));
    work();
    assertThat(model.spaceTimeProperty().get().marks()).isNotEmpty().hasSizeLessThan(all);
  }

  private void work() {
    while (!later.isEmpty()) {
      later.remove().run();
    }
  }

  /// Too large to be laid out at once, and without words.
  private final class Large implements EventSource {
    private final ReadOnlyObjectWrapper<CausalHistory> history =
        new ReadOnlyObjectWrapper<>(CausalHistory.of(MadeHistories.of(1, 30, 1000, 0.3)));
    private final ObjectProperty<ChangeRef> wanted = new SimpleObjectProperty<>();
    private final ObjectProperty<EntityId> about = new SimpleObjectProperty<>();
    private final UiBridge ui = new UiBridge(later::add);

    @Override
    public ReadOnlyObjectProperty<CausalHistory> historyProperty() {
      return history.getReadOnlyProperty();
    }

    @Override
    public ObjectProperty<ChangeRef> wantedProperty() {
      return wanted;
    }

    @Override
    public ObjectProperty<EntityId> aboutProperty() {
      return about;
    }

    @Override
    public String headline(Event event) {
      throw new IllegalStateException("no words");
    }

    @Override
    public String name(EntityId entity) {
      return entity.key();
    }

    @Override
    public String place(Touch touch) {
      return touch.place();
    }

    @Override
    public Set<ChangeRef> about(EntityId entity) {
      return Set.of();
    }

    @Override
    public ReadOnlyObjectProperty<Map<ChangeRef, SortedSet<String>>> conflictsProperty() {
      return new ReadOnlyObjectWrapper<>(Map.of());
    }

    @Override
    public Set<Dot> disputed() {
      return Set.of();
    }

    @Override
    public UiBridge ui() {
      return ui;
    }
  }
}
