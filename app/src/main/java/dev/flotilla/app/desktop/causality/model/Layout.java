package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Disputes;
import dev.flotilla.app.causality.Event;
import dev.flotilla.app.causality.EventFilter;
import dev.flotilla.app.causality.layout.SpaceTime;
import dev.flotilla.app.causality.layout.SpaceTimeLayout;
import dev.flotilla.app.causality.layout.Wanted;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Set;

/// One layout that is to be made: all that it depends on.
///
/// @param disputed the writes that do not agree, if the filter asks for them
record Layout(
    EventSource source,
    CausalHistory history,
    EventFilter filter,
    Wanted wanted,
    Set<Dot> disputed) {
  /// Events times lanes that are laid out at once: a few milliseconds.
  private static final int AT_ONCE = 20_000;

  /// Whether it takes less than a blink and reads no disk.
  boolean isQuick() {
    return (long) history.size() * history.lanes().size() <= AT_ONCE && !asks();
  }

  /// Makes it. Any thread, if it is not quick not the FX thread.
  SpaceTime get() {
    return SpaceTimeLayout.of(history, filter.isAll() ? wanted : wanted.only(filter.in(sight())));
  }

  /// Whether only the log knows which events are about what the filter is about.
  private boolean asks() {
    return filter.about() != null
        && history.events().stream().anyMatch(event -> event.touches().size() == Event.TOUCHES_MAX);
  }

  private Seen sight() {
    EntityId about = filter.about();
    return new Seen(
        source,
        history,
        filter.onlyConflicts() ? Disputes.of(history, disputed) : new BitSet(),
        about == null || !asks() ? Set.of() : inLog(about));
  }

  private Set<ChangeRef> inLog(EntityId about) {
    try {
      return source.about(about);
    } catch (UncheckedIOException _) {
      // What the events themselves tell is shown all the same.
      return Set.of();
    }
  }

  private record Seen(
      EventSource source, CausalHistory history, BitSet disputed, Set<ChangeRef> about)
      implements EventFilter.Sight {
    @Override
    public boolean isDisputed(Event event) {
      return history.find(event.ref()).stream().anyMatch(disputed::get);
    }

    @Override
    public boolean isAbout(Event event) {
      return about.contains(event.ref());
    }

    @Override
    public String words(Event event) {
      return source.headline(event);
    }
  }
}
