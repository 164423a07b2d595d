package dev.flotilla.net.topology;

import dev.flotilla.model.DeviceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Whom a device keeps a link to: with up to [#FULL_MESH_PEERS] others everybody; with more, its
/// two neighbours on the ring of all device ids, and [#RANDOM_LINKS] others drawn by chance. The
/// ring holds the fleet together, chance keeps the ways short.
///
/// Who may have few links draws fewer by chance, and about half of what is left beside the ring, so
/// that there is room for those who draw this device. The neighbours on the ring are linked however
/// few links there may be: without them a fleet could fall into parts.
///
/// Links that others dialled count towards the random ones, so nobody dials more than the fleet
/// needs. One random link is exchanged for another each minute; the old one goes only when the new
/// one is up. Whoever answers no more makes room for another at once, and is tried again now and
/// then: two halves of a fleet that lost each other find back.
///
/// Immutable: [#next] is a function of this state, what is known of the others, chance and time. It
/// is to be called when a link begins or ends, when an attempt to dial has failed, and at
/// [#wakeAt]. Cost: O(n) for n members, and O(n log n) when a link is drawn.
///
/// After Corrosion's ring (Fly.io) and the active view of HyParView (Leitão, Pereira, Rodrigues:
/// "HyParView: a membership protocol for reliable gossip-based broadcast", DSN 2007).
///
/// @param self this device
/// @param most how many links there may be, those to the neighbours on the ring included
/// @param wanted whom to dial unless linked; a link to one of these is kept
/// @param chosen those of `wanted` that were drawn by chance, the longest kept first
/// @param surplus whose links to end: this device needs them no more
/// @param retired the random link that is being exchanged
/// @param probe one that did not answer, and is tried again
/// @param reshuffleAt when to exchange the next random link
/// @param probeAt when to try another one that did not answer
public record Overlay(
    DeviceId self,
    int most,
    Set<DeviceId> wanted,
    List<DeviceId> chosen,
    Set<DeviceId> surplus,
    Optional<DeviceId> retired,
    Optional<DeviceId> probe,
    long reshuffleAt,
    long probeAt) {
  /// With so many others or fewer everybody is linked to everybody.
  public static final int FULL_MESH_PEERS = 12;

  /// Links besides those to the neighbours on the ring.
  public static final int RANDOM_LINKS = 4;

  /// With more than so many of them, those that this device dialled are ended.
  public static final int MOST_RANDOM_LINKS = 8;

  /// With more than so many of them, also those that others dialled are ended: a device that
  /// brought many into the fleet needs not keep them all.
  public static final int MOST_INBOUND_LINKS = 24;

  /// How long a random link is kept, ± 20 %.
  public static final long RESHUFFLE_MILLIS = 60_000;

  /// How often one that did not answer is tried again, besides the neighbours on the ring; ± 20 %.
  public static final long PROBE_MILLIS = 5_000;

  /// Changes of third devices that are no larger are passed on at once when not everybody is linked
  /// to everybody.
  public static final int EAGER_BYTES = 4 * 1024;

  /// As many operations as fit into [#EAGER_BYTES] when each is a field, its value and its dot.
  public static final int EAGER_OPERATIONS = 32;

  private static final double JITTER = 0.2;
  private static final int RING_LINKS = 2;

  public Overlay {
    if (most < 1) {
      throw new IllegalArgumentException("at most " + most + " links");
    }
    wanted = Set.copyOf(wanted);
    chosen = List.copyOf(chosen);
    surplus = Set.copyOf(surplus);
  }

  /// A device that has met nobody.
  ///
  /// @param most how many links there may be
  public static Overlay of(DeviceId self, int most, long nowMillis) {
    return new Overlay(
        self,
        most,
        Set.of(),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        nowMillis + RESHUFFLE_MILLIS,
        nowMillis);
  }

  /// Whether this device is to be linked to everybody if there are so many others.
  public boolean isFullMesh(int others) {
    return others <= Math.min(FULL_MESH_PEERS, most);
  }

  /// Whether a device is a neighbour on the ring, or would be if it were among the others. Such a
  /// link is to be had in any case. Cost: O(n).
  public boolean isNeighbour(DeviceId device, Map<DeviceId, Contact> others) {
    var all = new HashMap<>(others);
    all.put(device, Contact.LINKED_BY_THEM);
    return ring(all).contains(device);
  }

  /// When [#next] is due although nothing happens.
  public long wakeAt() {
    return Math.min(reshuffleAt, probeAt);
  }

  /// Decides anew.
  ///
  /// @param others the other members that can be dialled or are linked
  public Overlay next(Map<DeviceId, Contact> others, RandomGenerator random, long nowMillis) {
    if (isFullMesh(others.size())) {
      return new Overlay(
          self,
          most,
          others.keySet(),
          List.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          later(nowMillis, RESHUFFLE_MILLIS, random),
          later(nowMillis, PROBE_MILLIS, random));
    }
    return new Draw(others, ring(others), random, nowMillis).draw();
  }

  /// The neighbours of this device among all, and among those that are there.
  private Set<DeviceId> ring(Map<DeviceId, Contact> others) {
    var all = new Around(self);
    var there = new Around(self);
    others.forEach((device, contact) -> {
      all.add(device);
      if (contact.isThere()) {
        there.add(device);
      }
    });
    var ring = all.neighbours();
    ring.addAll(there.neighbours());
    return ring;
  }

  private static Contact contact(Map<DeviceId, Contact> others, DeviceId device) {
    return others.getOrDefault(device, Contact.UNREACHABLE);
  }

  /// Links to draw by chance, those that others dialled included.
  private int randomLinks() {
    return Math.clamp((most - 1) / 2, 0, RANDOM_LINKS);
  }

  /// No more than `usual`, nor than there may be beside the ring.
  private int besideRing(int usual) {
    return Math.clamp(most - RING_LINKS, 0, usual);
  }

  private static long later(long nowMillis, long millis, RandomGenerator random) {
    return nowMillis + Math.round(millis * (1 - JITTER + 2 * JITTER * random.nextDouble()));
  }

  /// One decision in a fleet that is too large for a full mesh.
  private final class Draw {
    private final Map<DeviceId, Contact> others;
    private final Set<DeviceId> ring;
    private final RandomGenerator random;
    private final long now;

    /// Whom chance has chosen and is still there.
    private final List<DeviceId> kept;

    /// Linked, chosen or not, but not on the ring.
    private final Set<DeviceId> linked = new TreeSet<>();

    /// Could be chosen.
    private final List<DeviceId> free = new ArrayList<>();

    /// Did not answer, and are not on the ring.
    private final List<DeviceId> silent = new ArrayList<>();

    Draw(Map<DeviceId, Contact> others, Set<DeviceId> ring, RandomGenerator random, long now) {
      this.others = others;
      this.ring = ring;
      this.random = random;
      this.now = now;
      this.kept = new ArrayList<>(chosen);
      kept.removeIf(device -> ring.contains(device) || !isOfUse(contact(others, device)));
      others.forEach(this::sort);
    }

    private void sort(DeviceId device, Contact contact) {
      if (ring.contains(device)) {
        return;
      }
      if (contact.isLinked()) {
        linked.add(device);
      } else if (!contact.isThere()) {
        silent.add(device);
      } else if (isOfUse(contact) && !kept.contains(device)) {
        free.add(device);
      }
    }

    private static boolean isOfUse(Contact contact) {
      return contact.isThere() && contact != Contact.FULL;
    }

    Overlay draw() {
      var leaving = exchange();
      fill(leaving);
      var probing = probing();
      var wantedNow = new LinkedHashSet<>(ring);
      wantedNow.addAll(kept);
      probing.ifPresent(wantedNow::add);
      return new Overlay(
          self,
          most,
          wantedNow,
          kept,
          surplus(leaving),
          leaving,
          probing,
          now >= reshuffleAt ? later(now, RESHUFFLE_MILLIS, random) : reshuffleAt,
          now >= probeAt ? later(now, PROBE_MILLIS, random) : probeAt);
    }

    /// The random link that goes once there is another in its place.
    private Optional<DeviceId> exchange() {
      var before = retired.filter(linked::contains);
      if (now < reshuffleAt || before.isPresent() || free.isEmpty()) {
        return before;
      }
      var oldest = kept.stream().filter(linked::contains).findFirst();
      oldest.ifPresent(device -> {
        kept.remove(device);
        kept.add(take(free));
      });
      return oldest;
    }

    private void fill(Optional<DeviceId> leaving) {
      var counted = new TreeSet<>(linked);
      counted.addAll(kept);
      leaving.ifPresent(counted::remove);
      for (var count = counted.size(); count < randomLinks() && !free.isEmpty(); count++) {
        kept.add(take(free));
      }
    }

    private Optional<DeviceId> probing() {
      if (silent.isEmpty()) {
        return Optional.empty();
      }
      return now >= probeAt ? Optional.of(take(silent)) : probe.filter(silent::contains);
    }

    private Set<DeviceId> surplus(Optional<DeviceId> leaving) {
      var ending = new LinkedHashSet<DeviceId>();
      leaving.filter(_ -> linked.size() > randomLinks()).ifPresent(ending::add);
      var left = linked.size() - ending.size();
      for (var device : linked) {
        if (left <= besideRing(MOST_RANDOM_LINKS)) {
          break;
        }
        if (contact(others, device) == Contact.LINKED_BY_US && !kept.contains(device)) {
          left -= ending.add(device) ? 1 : 0;
        }
      }
      for (var device : linked) {
        if (left <= besideRing(MOST_INBOUND_LINKS)) {
          break;
        }
        if (!kept.contains(device)) {
          left -= ending.add(device) ? 1 : 0;
        }
      }
      return ending;
    }

    /// In an order of its own, so that the same seed gives the same choice.
    private DeviceId take(List<DeviceId> from) {
      Collections.sort(from);
      return from.remove(random.nextInt(from.size()));
    }
  }
}
