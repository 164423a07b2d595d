package dev.flotilla.app.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTurnTest {
  @TempDir Path folder;

  @Test
  void aMissingHomeIsCreatedForItsOwnerAlone() throws IOException {
    Path home = folder.resolve("a/b");

    try (var _ = HomeTurn.take(home, Duration.ofSeconds(1))) {
      assertThat(Files.getPosixFilePermissions(home))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void whoComesSecondWaitsForTheFirst() throws Exception {
    var first = HomeTurn.take(folder, Duration.ofSeconds(1));
    var second =
        CompletableFuture.supplyAsync(() -> {
          try (var _ = HomeTurn.take(folder, Duration.ofSeconds(30))) {
            return "in";
          } catch (IOException e) {
            return "out";
          }
        });

    assertThat(second).isNotDone();
    first.close();
    assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo("in");
  }

  @Test
  void patienceEnds() throws IOException {
    try (var _ = HomeTurn.take(folder, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> HomeTurn.take(folder, Duration.ofMillis(10)))
          .isInstanceOf(HomeBusyException.class)
          .hasMessageContaining("run this one again when it is done.");
    }
  }
}
