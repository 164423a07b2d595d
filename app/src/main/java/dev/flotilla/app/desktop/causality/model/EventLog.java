package dev.flotilla.app.desktop.causality.model;

import dev.flotilla.app.causality.Event;
import dev.flotilla.app.desktop.session.ChangeHistory;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.EntityId;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Reads events out of the log, so that those of each replica end with its newest and have no gap.
///
/// Thread: any but the FX thread, one at a time; [#headline] any. Reads the disk.
final class EventLog {
  private static final int PAGE_MOST = 500;
  private static final Pattern LINE_BREAKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private final ChangeHistory log;
  private final Function<LogEntry, String> words;
  private final BooleanSupplier goesOn;
  private final int most;
  private final int page;
  private final Map<ChangeRef, String> headlines = new ConcurrentHashMap<>();

  /// @param most events that are read at once
  /// @param goesOn asked before each page
  EventLog(ChangeHistory log, Function<LogEntry, String> words, int most, BooleanSupplier goesOn) {
    this.most = most;
    this.page = Math.min(PAGE_MOST, most);
    this.log = log;
    this.words = words;
    this.goesOn = goesOn;
  }

  /// What was read.
  ///
  /// @param next behind which change older ones are; none if there are none
  record Found(List<Event> events, Optional<ChangeRef> next) {}

  /// What an event is called; its message if it was not read here.
  String headline(Event event) {
    return headlines.getOrDefault(event.ref(), line(event.message()));
  }

  /// So many of the newest changes, or of those behind one.
  Found older(Optional<ChangeRef> behind) {
    return older(behind, events -> events.size() >= most);
  }

  /// All changes behind one until the wanted one is among them, or the log ends.
  Found until(Optional<ChangeRef> behind, ChangeRef wanted) {
    return older(
        behind,
        events ->
            events.reversed().stream().limit(page).anyMatch(event -> event.ref().equals(wanted)));
  }

  private Found older(Optional<ChangeRef> behind, Predicate<List<Event>> isEnough) {
    List<Event> events = new ArrayList<>();
    Optional<ChangeRef> next = behind;
    LogQuery query = LogQuery.newest(page);
    do {
      LogPage found = log.page(next.map(query::behind).orElse(query));
      found.entries().forEach(entry -> events.add(event(entry)));
      next = found.next();
    } while (next.isPresent() && !isEnough.test(events) && goesOn.getAsBoolean());
    return new Found(events, next);
  }

  /// What `now` has and `before` had not, wherever its time is in the log; none if that is more
  /// than are read at once. Cost: those, and a page for each replica that has written.
  Optional<List<Event>> news(VersionVector before, VersionVector now) {
    List<Event> events = new ArrayList<>();
    for (ReplicaId author : now.asMap().keySet()) {
      if (now.get(author) > before.get(author)) {
        news(author, before.get(author), now.get(author), events);
      }
      if (events.size() > most) {
        return Optional.empty();
      }
    }
    return Optional.of(events);
  }

  /// One author's changes are in the order in which they were made: behind one that was known there
  /// is nothing new.
  private void news(ReplicaId author, long before, long now, List<Event> events) {
    // A change has an operation at least, so there are no more changes than that.
    LogQuery query = LogQuery.newest((int) Math.min(page, now - before)).by(author);
    Optional<ChangeRef> behind = Optional.empty();
    boolean isKnown = false;
    do {
      LogPage found = log.page(behind.map(query::behind).orElse(query));
      for (LogEntry entry : found.entries()) {
        if (entry.first() > before) {
          events.add(event(entry));
        }
        isKnown |= entry.first() <= before + 1;
      }
      behind = found.next();
    } while (!isKnown && behind.isPresent() && events.size() <= most && goesOn.getAsBoolean());
  }

  /// The names of the newest changes of an entity, about so many.
  Set<ChangeRef> names(EntityId entity) {
    Set<ChangeRef> names = new HashSet<>();
    Optional<LogQuery> next = Optional.of(LogQuery.newest(page).about(entity));
    while (next.isPresent() && names.size() < most && goesOn.getAsBoolean()) {
      LogQuery at = next.get();
      LogPage found = log.page(at);
      found.entries().forEach(entry -> names.add(entry.ref()));
      next = found.next().map(at::behind);
    }
    return names;
  }

  private Event event(LogEntry entry) {
    headlines.put(entry.ref(), line(words.apply(entry)));
    return Event.of(entry);
  }

  /// Pictures and lists have one line for it, whatever somebody wrote into a message.
  private static String line(String words) {
    return LINE_BREAKS.matcher(words).replaceAll(" ").strip();
  }
}
