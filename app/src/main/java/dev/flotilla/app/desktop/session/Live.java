package dev.flotilla.app.desktop.session;

import dev.flotilla.app.desktop.fx.UiBridge;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Member;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Workspace;
import dev.flotilla.net.Presence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.util.Subscription;

/// What others do just now: what they are about, and what of theirs has arrived a moment ago. Hints
/// for the eye, nothing else.
///
/// Thread: FX.
public final class Live {
  /// So long something has just arrived.
  static final Duration MOMENT = Duration.ofSeconds(5);

  /// When more arrives at once, nobody can see it one by one.
  static final int ARRIVALS_MAX = 60;

  /// Somebody who is about something.
  ///
  /// @param name of the device
  public record Person(DeviceId device, String name, Presence presence) {}

  private record Arrival(String by, long number, Workspace before, Workspace now) {
    boolean isOf(Slot field) {
      return !before
          .register(field)
          .siblings()
          .keySet()
          .equals(now.register(field).siblings().keySet());
    }
  }

  private final OpenWorkspace open;
  private final UiBridge ui;
  private final People people;
  private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
  private final Map<EntityId, Arrival> arrivals = new HashMap<>();
  private Map<DeviceId, Presence> presences;
  private long number;

  Live(OpenWorkspace open, UiBridge ui, People people) {
    this.open = open;
    this.ui = ui;
    this.people = people;
    this.presences = open.presences();
  }

  Subscription start() {
    return open.onPresences(
        ui.latest(next -> {
          presences = next;
          changed();
        }));
  }

  /// Changes whenever anything of this does.
  public ReadOnlyLongProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /// Who is about an entity, who edits it first, then by name.
  public List<Person> people(EntityId entity) {
    if (presences.isEmpty()) {
      return List.of();
    }
    List<Person> found = new ArrayList<>();
    presences.forEach((device, presence) -> {
      if (presence.entity().filter(entity::equals).isPresent()) {
        found.add(new Person(device, name(device), presence));
      }
    });
    found.sort(
        Comparator.comparing((Person person) -> person.presence().doing())
            .reversed()
            .thenComparing(Person::name));
    return found;
  }

  /// Who edits a field just now; empty if nobody does.
  public String editing(EntityId entity, String field) {
    return people(entity).stream()
        .filter(person -> person.presence().doing() == Presence.Doing.EDITING)
        .filter(person -> person.presence().field().equals(field))
        .map(Person::name)
        .findFirst()
        .orElse("");
  }

  /// Who has changed an entity a moment ago, if that was somebody else.
  public Optional<String> arrival(EntityId entity) {
    return Optional.ofNullable(arrivals.get(entity)).map(Arrival::by);
  }

  /// Who has changed a field of it a moment ago, if that was somebody else.
  public Optional<String> arrival(EntityId entity, String field) {
    return Optional.ofNullable(arrivals.get(entity))
        .filter(arrival -> arrival.isOf(new Slot.Field(entity, field)))
        .map(Arrival::by);
  }

  /// Tells the others what the person here is about.
  public void announce(Presence presence) {
    open.announce(presence);
  }

  /// What others changed between two snapshots has arrived.
  void arrived(Workspace before, Workspace now) {
    var changed = now.changedSince(before);
    if (changed.size() > ARRIVALS_MAX) {
      return;
    }
    Map<EntityId, Arrival> found = new HashMap<>();
    for (EntityId entity : changed) {
      latestAuthor(now, entity)
          .filter(who -> !people.isOwn(who))
          .filter(who -> now.vector().get(who) > before.vector().get(who))
          .map(who -> people.deviceName(now, who))
          .ifPresent(by -> found.put(entity, new Arrival(by, number + 1, before, now)));
    }
    if (!found.isEmpty()) {
      long arrival = ++number;
      arrivals.putAll(found);
      changed();
      ui.after(MOMENT, () -> forget(arrival));
    }
  }

  /// A moment has passed.
  void forget(long arrival) {
    if (arrivals.values().removeIf(one -> one.number() == arrival)) {
      changed();
    }
  }

  private static Optional<ReplicaId> latestAuthor(Workspace now, EntityId entity) {
    return switch (entity.kind()) {
      case EntityId.FLAG -> now.flag(entity.key()).map(flag -> flag.lastChange().replica());
      case EntityId.COUNTER -> now.counter(entity.key()).map(one -> one.lastChange().replica());
      case EntityId.TAG_SET -> now.tagSet(entity.key()).map(set -> set.lastChange().replica());
      default -> Optional.empty();
    };
  }

  private String name(DeviceId device) {
    return open.workspace().member(device).map(Member::name).orElseGet(device::shortName);
  }

  private void changed() {
    version.set(version.get() + 1);
  }
}
