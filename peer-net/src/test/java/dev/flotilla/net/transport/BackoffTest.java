package dev.flotilla.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waitsDoubleUpToTheMost() {
    var backoff = Backoff.between(250, 30_000);
    var waits = new ArrayList<Long>();
    for (var i = 0; i < 9; i++) {
      waits.add(backoff.nextMillis());
      backoff = backoff.longer();
    }

    assertThat(waits)
        .isEqualTo(List.of(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L));
    assertThat(backoff.reset().nextMillis()).isEqualTo(250);
  }

  @Test
  void jitterIsAFifthAtMost() {
    var random = new Random(1);
    for (var i = 0; i < 1_000; i++) {
      assertThat(Backoff.between(1_000, 1_000).waitMillis(random)).isBetween(800L, 1_200L);
    }
  }
}
