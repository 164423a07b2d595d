package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.Touch;
import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// Where a diagram has its events from, and what they are called.
///
/// Thread: FX, but for [#headline] and [#about].
public interface EventSource {
  /// The events; renewed as a whole.
  ReadOnlyObjectProperty<CausalHistory> historyProperty();

  /// An event that is to be shown whatever hides it; null once it is.
  ObjectProperty<@Nullable ChangeRef> wantedProperty();

  /// The only thing whose changes are looked at; null for all.
  ObjectProperty<@Nullable EntityId> aboutProperty();

  /// What an event is called. Any thread.
  String headline(Event event);

  /// What an entity is called.
  String name(EntityId entity);

  /// What a field or a set is called.
  String place(Touch touch);

  /// The changes of an entity. Reads the disk: not on the FX thread.
  Set<ChangeRef> about(EntityId entity);

  /// The changes that wrote what does not agree now, each with the names of its conflicts; follows
  /// [#historyProperty] after a while.
  ReadOnlyObjectProperty<Map<ChangeRef, SortedSet<String>>> conflictsProperty();

  /// The writes that do not agree now.
  Set<Dot> disputed();

  UiBridge ui();
}
