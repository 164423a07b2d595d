package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.model.Edit;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Role;
import dev.flotilla.net.wire.WireLimits;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A machine that takes in everything and writes nothing, since its disk is busy.
class SlowPeerTest {
  private static final int EDITS = 30;
  private static final int RANDOM_BYTES = 30_000;
  private static final int FLAGS_AN_EDIT = 3;

  @TempDir private Path folder;
  private final Random random = new Random(45);

  @Test
  void slowPeerDoesNotStallOthersOrGrowHeap() throws Exception {
    try (var team = new Team(folder)) {
      var ann = team.start("ann").createWorkspace("Atlas");
      var ben = Team.join(ann, team.start("ben"), Role.EDITOR);
      var cleo = Team.join(ann, team.start("cleo"), Role.EDITOR);
      Team.awaitSameVector(ann, ben, cleo);
      var busy = new CountDownLatch(1);
      ben.parts().writer().submit(new Busy(busy));

      for (var i = 0; i < EDITS; i++) {
        Team.edit(ann, edits(i));
      }
      Team.await(cleo, "all flags", now -> now.flags().size() == EDITS * FLAGS_AN_EDIT);

      var device = ben.status().device();
      var underWay = ann.metrics().peers().get(device).underWayBytes();
      assertThat(underWay)
          .isBetween(1L, (long) WireLimits.WINDOW_BYTES + WireLimits.MAX_CHANGE_BYTES);
      assertThat(ben.workspace().flags()).isEmpty();
      busy.countDown();
      Team.await(ben, "all flags", now -> now.flags().size() == EDITS * FLAGS_AN_EDIT);
    }
  }

  /// Text that does not compress.
  private Edit[] edits(int number) {
    var edits = new Edit[FLAGS_AN_EDIT];
    for (var i = 0; i < FLAGS_AN_EDIT; i++) {
      var bytes = new byte[RANDOM_BYTES];
      random.nextBytes(bytes);
      edits[i] =
          CreateFlag.bool("flag-" + number + "-" + i)
              .withDescription(HexFormat.of().formatHex(bytes));
    }
    return edits;
  }

  /// @param until the writer may go on
  private record Busy(CountDownLatch until) implements Work {
    @Override
    public Runnable run(Transaction transaction) {
      try {
        assertThat(until.await(Team.SECONDS, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      return () -> {};
    }

    @Override
    public void failed(String sentence) {}
  }
}
