package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.DeviceId;
import dev.flotilla.net.PeerAddress;
import dev.flotilla.net.discovery.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingsTest {
  private static final long NOW = 1_000;
  private final Sightings sightings = new Sightings(100);

  @Test
  void theSameSightingIsNewsOnlyAfterAWhile() {
    assertThat(sightings.add(sighting(1), NOW)).isTrue();
    assertThat(sightings.add(sighting(1), NOW + 99)).isFalse();
    assertThat(sightings.add(sighting(1), NOW + 100)).isTrue();
  }

  /// They kept every real device out for ever.
  @Test
  void inventedDevicesPushOutTheOldestAndKeepNobodyOut() {
    for (var i = 1; i <= 1_024; i++) {
      sightings.add(sighting(i), NOW);
    }
    sightings.add(sighting(1), NOW + 100);

    assertThat(sightings.add(sighting(5_000), NOW + 100)).isTrue();

    assertThat(sightings.all()).hasSize(1_024).contains(sighting(1)).doesNotContain(sighting(2));
  }

  private static Sighting sighting(int number) {
    var device = DeviceId.parse("%064x".formatted(number));
    return new Sighting(device, List.of(new PeerAddress("127.0.0.1", 4_700)));
  }
}
