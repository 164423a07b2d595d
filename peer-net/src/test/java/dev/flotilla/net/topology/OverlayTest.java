package dev.flotilla.net.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 13})
  void upToTwelveOthersEverybodyIsLinkedToEverybody(int size) {
    var fleet = new Fleet(1, size);

    fleet.run(5);

    assertThat(fleet.linkCount()).isEqualTo(size * (size - 1) / 2);
  }

  @ParameterizedTest
  @CsvSource({"14, 1", "20, 2", "64, 3", "64, 4", "100, 5", "128, 6"})
  void aLargerFleetHangsTogetherWithFewLinksAndShortWays(int size, long seed) {
    var fleet = new Fleet(seed, size);

    fleet.run(10);

    assertThat(fleet.linkCount()).isBetween(3 * size - size / 2, 6 * size);
    for (var device : fleet.devices()) {
      assertThat(fleet.linkedTo(device)).hasSizeBetween(6, 20);
      assertThat(fleet.farthest(device)).isBetween(1, 6);
    }
  }

  @Test
  void theNeighboursOnTheRingAreAlwaysLinked() {
    var fleet = new Fleet(7, 40);
    fleet.run(70);

    var ring = fleet.devices();
    for (var i = 0; i < ring.size(); i++) {
      assertThat(fleet.linkedTo(ring.get(i)))
          .contains(ring.get((i + 1) % ring.size()), ring.get((i + 39) % ring.size()));
    }
  }

  @Test
  void aFleetThatOutgrowsTheFullMeshLetsLinksGo() {
    var fleet = new Fleet(8, 13);
    fleet.run(5);

    fleet.grow(51);
    fleet.run(30);

    assertThat(fleet.linkCount()).isLessThan(6 * 64);
    assertThat(fleet.farthest(fleet.devices().getFirst())).isPositive();
  }

  @Test
  void aQuietFleetExchangesOneRandomLinkAMinute() {
    var fleet = new Fleet(9, 40);
    fleet.run(10);
    var device =
        fleet.devices().stream()
            .filter(candidate -> !fleet.overlay(candidate).chosen().isEmpty())
            .findFirst()
            .orElseThrow();
    var before = new HashSet<>(fleet.overlay(device).chosen());

    fleet.run(35);
    assertThat(fleet.overlay(device).chosen()).containsAll(before);
    fleet.run(35);

    var kept = new HashSet<>(fleet.overlay(device).chosen());
    kept.retainAll(before);
    assertThat(kept).hasSize(before.size() - 1);
    assertThat(fleet.linkedTo(device)).hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11, 12})
  void lostLinksAreReplacedWithinASecond(long seed) {
    var fleet = new Fleet(seed, 64);
    fleet.run(10);

    // A third of all devices is gone at once.
    var lost = new HashMap<DeviceId, Integer>();
    fleet.devices().stream().filter(_ -> lost.size() < 21).forEach(d -> lost.put(d, lost.size()));
    fleet.divide(shifted(lost));
    fleet.run(2);

    for (var device : fleet.devices()) {
      if (!lost.containsKey(device)) {
        assertThat(fleet.linkedTo(device)).hasSizeGreaterThanOrEqualTo(4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14, 15})
  void twoHalvesThatLostEachOtherFindBack(long seed) {
    var fleet = new Fleet(seed, 30);
    fleet.run(10);
    // Neighbours stay together, so that hardly anybody looks across the border by himself.
    var sides = new HashMap<DeviceId, Integer>();
    fleet.devices().stream().limit(15).forEach(device -> sides.put(device, 1));
    fleet.divide(sides);
    fleet.run(40);
    assertThat(fleet.farthest(fleet.devices().getFirst())).isNegative();

    fleet.heal();
    fleet.run(10);

    assertThat(fleet.farthest(fleet.devices().getFirst())).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"30, 1", "30, 2", "30, 3", "30, 5", "8, 1", "13, 4"})
  void fewLinksAreEnoughToHangTogether(int size, int most) {
    var fleet = new Fleet(size + most, size, most);

    fleet.run(30);

    var ring = fleet.devices();
    for (var i = 0; i < size; i++) {
      assertThat(fleet.linkedTo(ring.get(i)))
          .contains(ring.get((i + 1) % size), ring.get((i + size - 1) % size))
          .hasSizeLessThanOrEqualTo(most + 5); // nobody turns others away here
    }
  }

  @Test
  void whoHasNoRoomIsNotDrawnAndNotTriedAgainAndAgain() {
    var fleet = new Fleet(19, 40);
    var self = fleet.devices().getFirst();
    var others = new HashMap<DeviceId, Contact>();
    fleet.devices().stream().skip(1).forEach(device -> others.put(device, Contact.FULL));

    var overlay = Overlay.of(self, 128, 0).next(others, new SplittableRandom(1), 10_000);

    assertThat(overlay.chosen()).isEmpty();
    assertThat(overlay.probe()).isEmpty();
    assertThat(overlay.wanted())
        .containsExactlyInAnyOrder(fleet.devices().get(1), fleet.devices().getLast());
  }

  @Test
  void aNewcomerIsANeighbourIfItComesBetweenTwo() {
    var devices = new Fleet(20, 40).devices();
    var others = new HashMap<DeviceId, Contact>();
    devices.stream().skip(2).forEach(device -> others.put(device, Contact.REACHABLE));
    var overlay = Overlay.of(devices.getFirst(), 1, 0);

    assertThat(overlay.isNeighbour(devices.get(1), others)).isTrue();
    assertThat(overlay.isNeighbour(devices.getLast(), others)).isTrue();
    assertThat(overlay.isNeighbour(devices.get(20), others)).isFalse();
  }

  @Test
  void theSameSeedGivesTheSameChoice() {
    var one = new Fleet(16, 50);
    var other = new Fleet(16, 50);

    one.run(100);
    other.run(100);

    for (var device : one.devices()) {
      assertThat(one.overlay(device)).isEqualTo(other.overlay(device));
    }
  }

  @Test
  void nobodyIsWantedWhileNobodyIsKnown() {
    var fleet = new Fleet(17, 1);

    fleet.run(100);

    assertThat(fleet.overlay(fleet.devices().getFirst()).wanted()).isEmpty();
  }

  /// Each lost device on a side of its own.
  private static Map<DeviceId, Integer> shifted(Map<DeviceId, Integer> lost) {
    var sides = new HashMap<DeviceId, Integer>();
    lost.forEach((device, number) -> sides.put(device, number + 1));
    return sides;
  }
}
