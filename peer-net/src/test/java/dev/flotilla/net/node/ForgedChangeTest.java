package dev.flotilla.net.node;

import static dev.flotilla.net.node.Team.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Operation;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.session.ReceiveOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgedChangeTest {
  @TempDir private Path folder;

  /// A change whose number is here may be one that is here, and is not verified at once. Its parent
  /// tells that it is none: it must not wait, nor be taken for a sign that this database was
  /// copied.
  @Test
  void nobodyCanForceARotationWithoutASignature() throws Exception {
    try (var team = new Team(folder)) {
      var node = team.start("ann");
      var ann = node.createWorkspace("Atlas");
      edit(ann, CreateFlag.bool("checkout"));
      var before = ann.replicaId();
      var somewhere = new byte[ChangeHash.BYTES];
      new Random(1).nextBytes(somewhere);
      var draft =
          new Draft(
              before,
              2,
              2,
              ChangeHash.of(somewhere),
              Dependencies.NONE,
              new HybridTimestamp(1, 0),
              "",
              List.of(new Operation.OpenReplica(node.deviceKey(), "eve")));
      var forged = ChangeCodec.restore(draft, new byte[64]);
      var outcome = new CompletableFuture<ReceiveOutcome>();

      ann.link().receive(List.of(forged.raw()), node.device(), outcome::complete);

      assertThat(outcome.get(30, TimeUnit.SECONDS)).isInstanceOf(ReceiveOutcome.Refused.class);
      assertThat(ann.replicaId()).isEqualTo(before);
      assertThat(ann.pending()).isZero();
    }
  }
}
