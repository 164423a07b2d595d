package dev.flotilla.app.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EveryTest {
  @Test
  void callsAgainAndAgain() throws Exception {
    CountDownLatch thrice = new CountDownLatch(3);

    try (Every _ = new Every(Duration.ofMillis(1), thrice::countDown)) {
      assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
