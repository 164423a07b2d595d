package dev.flotilla.net.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit.CreateFlag;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Role;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.Decoded;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.change.TestDevice;
import dev.flotilla.net.change.Writes;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.StoreFiles;
import dev.flotilla.net.store.StoreIdentity;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A member signs as many histories as it can.
class ManyForksTest {
  private static final TestDevice ANN = TestDevice.named("Ann");
  private static final TestDevice EVE = TestDevice.named("Eve");
  private static final ReplicaId EVES = new ReplicaId(3, 3);
  private static final int FORKS = 20_000;
  private static final int AT_ONCE = 500;

  @TempDir private Path folder;

  /// The signatures are not what is tested here, so they are neither made nor checked.
  @Test
  void millionTinyForks() throws Exception {
    var random = new Random(1);
    var around =
        new Surroundings(
            new Signatory(ANN.key(), ANN::sign),
            "ann",
            InstantSource.system(),
            random,
            (_, _, _) -> true);
    var founding = Founding.of("Atlas", List.of(), ANN.key(), "ann", random);
    var identity = new StoreIdentity(founding.id(), ReplicaId.random(random), Optional.empty());
    var store =
        new StoreFiles(InstantSource.system(), random).create(folder.resolve("ann.db"), identity);
    try (var ann = Engine.open(store, around)) {
      ann.found(founding);
      ann.admit(EVE.key(), "Eve", Role.EDITOR);
      var seen = new TreeMap<ReplicaId, Long>();
      ann.heads().asMap().forEach((author, head) -> seen.put(author, head.counter()));
      var newest = newest(ann);
      var opening =
          signed(
              draft(
                  1,
                  1,
                  ChangeHash.NONE,
                  Dependencies.of(seen, (_, _) -> newest.hash()),
                  new Operation.OpenReplica(EVE.key(), "Eve")),
              founding);
      deliver(ann, List.of(opening.raw()));

      for (var sent = 0; sent < FORKS; sent += AT_ONCE) {
        var batch = new ArrayList<byte[]>();
        for (var i = 0; i < AT_ONCE; i++) {
          var write = Writes.describe("checkout", "history " + (sent + i));
          batch.add(
              signed(
                      draft(
                          2,
                          2,
                          opening.hash(),
                          Dependencies.of(Map.of(), (_, _) -> ChangeHash.NONE),
                          write),
                      founding)
                  .raw());
        }
        deliver(ann, batch);
      }
      ann.submit(List.of(CreateFlag.bool("checkout")), "");

      assertThat(ann.heads().size()).isEqualTo(2 + ChangeLimits.BRANCHES);
      assertThat(ann.pending()).isZero();
      assertThat(ann.workspace().flag("checkout")).isPresent();
      assertThat(ann.alarms()).anyMatch(alarm -> alarm.contains("more than 64 histories"));
      assertThat(ann.alarms()).hasSizeLessThan(5);
    }
  }

  private static Change newest(Engine engine) {
    var raw = engine.port().changesFor(Heads.EMPTY, Integer.MAX_VALUE).raw().getLast();
    return decoded(raw);
  }

  private static Change decoded(byte[] raw) {
    return switch (ChangeCodec.decode(raw)) {
      case Decoded.Valid(var change) -> change;
      case Decoded other -> throw new AssertionError(other.toString());
    };
  }

  private static void deliver(Engine engine, List<byte[]> raw) {
    engine
        .port()
        .receive(
            raw,
            EVE.key().deviceId(),
            outcome -> assertThat(outcome).isInstanceOf(ReceiveOutcome.Committed.class));
  }

  private static Draft draft(
      long seq, long first, ChangeHash previous, Dependencies dependencies, Operation operation) {
    return new Draft(
        EVES,
        seq,
        first,
        previous,
        dependencies,
        new HybridTimestamp(1_700_000_000_000L, 0),
        "",
        List.of(operation));
  }

  private static Change signed(Draft draft, Founding founding) {
    return switch (ChangeCodec.sign(
        draft, founding.id(), _ -> new byte[ChangeLimits.SIGNATURE_BYTES])) {
      case Signing.Signed(var change) -> change;
      case Signing.TooLarge large -> throw new AssertionError(large.toString());
    };
  }
}
