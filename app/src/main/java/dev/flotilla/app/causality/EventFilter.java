package dev.flotilla.app.causality;

import dev.flotilla.model.EntityId;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which events people want to see. A value; what is not said lets everything through.
///
/// @param about only what wrote to it
/// @param place only what wrote to this field or set; empty for all
/// @param authors only what was done on machines of these names; none for all
/// @param from only what was done then or later, by its author's clock
/// @param until only what was done before
/// @param onlyConflicts only what is in a conflict, was in one, or settled one
/// @param text only what has it in its words, in its message, its author's name or a key, whatever
///   the case
public record EventFilter(
    @Nullable EntityId about,
    String place,
    Set<String> authors,
    @Nullable Instant from,
    @Nullable Instant until,
    boolean onlyConflicts,
    String text) {
  /// Lets everything through.
  public static final EventFilter ALL = new EventFilter(null, "", Set.of(), null, null, false, "");

  public EventFilter {
    authors = Set.copyOf(authors);
    text = text.strip();
  }

  public EventFilter about(@Nullable EntityId newAbout) {
    return new EventFilter(newAbout, place, authors, from, until, onlyConflicts, text);
  }

  public EventFilter place(String newPlace) {
    return new EventFilter(about, newPlace, authors, from, until, onlyConflicts, text);
  }

  public EventFilter authors(Set<String> newAuthors) {
    return new EventFilter(about, place, newAuthors, from, until, onlyConflicts, text);
  }

  public EventFilter from(@Nullable Instant newFrom) {
    return new EventFilter(about, place, authors, newFrom, until, onlyConflicts, text);
  }

  public EventFilter until(@Nullable Instant newUntil) {
    return new EventFilter(about, place, authors, from, newUntil, onlyConflicts, text);
  }

  public EventFilter onlyConflicts(boolean newOnly) {
    return new EventFilter(about, place, authors, from, until, newOnly, text);
  }

  public EventFilter text(String newText) {
    return new EventFilter(about, place, authors, from, until, onlyConflicts, newText);
  }

  /// Whether nothing is left out.
  public boolean isAll() {
    return equals(ALL);
  }

  /// What a filter cannot see in an event itself.
  public interface Sight {
    /// Whether an event is in a conflict, was in one, or settled one.
    boolean isDisputed(Event event);

    /// Whether an event wrote to more places than it names ([Event#TOUCHES_MAX]), among them to
    /// what the filter is about.
    boolean isAbout(Event event);

    /// What an event is called.
    String words(Event event);
  }

  /// Tells of each event whether it is wanted.
  public Predicate<Event> in(Sight sight) {
    String sought = text.toLowerCase(Locale.ROOT);
    return event ->
        isInTime(event)
            && (authors.isEmpty() || authors.contains(event.machine()))
            && isInPlace(event, sight)
            && (!onlyConflicts || sight.isDisputed(event))
            && (sought.isEmpty() || has(event, sight.words(event), sought));
  }

  private boolean isInTime(Event event) {
    return (from == null || !event.time().isBefore(from))
        && (until == null || event.time().isBefore(until));
  }

  private boolean isInPlace(Event event, Sight sight) {
    if (about == null && place.isEmpty()) {
      return true;
    }
    if (about != null && event.touches().size() == Event.TOUCHES_MAX && sight.isAbout(event)) {
      return true;
    }
    return event.touches().stream()
        .anyMatch(touch ->
            (about == null || touch.entity().equals(about))
                && (place.isEmpty() || touch.place().equals(place)));
  }

  private static boolean has(Event event, String words, String sought) {
    return has(words, sought)
        || has(event.message(), sought)
        || has(event.machine(), sought)
        || event.touches().stream().anyMatch(touch -> has(touch.entity().key(), sought));
  }

  private static boolean has(String text, String sought) {
    return text.toLowerCase(Locale.ROOT).contains(sought);
  }
}
