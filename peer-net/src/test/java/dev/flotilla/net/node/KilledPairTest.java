package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `peer-net/kill-loop SECONDS` runs it for longer and prints what came out.
class KilledPairTest {
  private static final int KILLS_MIN = 3;
  private static final long SECONDS = Long.getLong("flotilla.kill.seconds", 0);
  private static final long SEED = Long.getLong("flotilla.kill.seed", 1);

  @TempDir private Path folder;

  /// What was acknowledged is on disk, and what was sent is there as well: neither a kill between
  /// commit and acknowledgement nor one between sending and the next start may part the two.
  @Test
  void twoNodesThatAreKilledWhileTheyEditLoseNothingAndAgree() throws Exception {
    try (var pair = new KilledPair(folder, new Random(SEED))) {
      var outcome = pair.run(KILLS_MIN, SECONDS);

      System.out.println("Two nodes, killed and started again: " + outcome);
      assertThat(outcome.lost()).isEmpty();
      assertThat(outcome.digests()).containsOnly(outcome.digests().getFirst());
    }
  }
}
