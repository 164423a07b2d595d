package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.net.Settings;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {

  @Test
  void whoTakesMoreThanTheLimitSaysSo() {
    assertThat(new MemoryWatch(64 << 20, () -> 64 << 20).complaint()).isEmpty();
    assertThat(new MemoryWatch(64 << 20, () -> (64 << 20) + 1).complaint().orElseThrow())
        .contains("64 MiB")
        .contains("raise memory.limit");
  }

  @Test
  void theLimitIsThatOfTheSettings() {
    assertThat(MemoryWatch.of(Settings.DEFAULT).limitBytes()).isEqualTo(384L << 20);
    assertThat(MemoryWatch.of(Settings.DEFAULT).live().getAsLong()).isNotNegative();
  }
}
