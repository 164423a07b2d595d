package dev.flotilla.net.change.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.Heads;
import dev.flotilla.testkit.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangePackingTest {
  private static final LogHashes<RuntimeException> NOTHING = new OneHash(Optional.empty());

  @Seeded(300)
  void everyRunComesBackByteForByte(long seed) {
    var random = new Random(seed);
    var all = new RandomChanges(random, 5 + random.nextInt(60));
    var from = random.nextInt(all.changes().size());
    var run = raw(all.changes().subList(from, all.changes().size()));

    var packed = ChangePacker.pack(run, all.headsAfter(from));

    assertThat(restored(packed, run, all)).containsExactlyElementsOf(run);
  }

  @Seeded(100)
  void aPeerWithoutAnythingNeedsNoLog(long seed) {
    var all = new RandomChanges(new Random(seed), 30);
    var run = raw(all.changes());

    var packed = ChangePacker.pack(run, Heads.EMPTY);

    assertThat(restored(packed, run, NOTHING)).containsExactlyElementsOf(run);
  }

  @Seeded(100)
  void changesInAnyOrderComeBackByteForByte(long seed) {
    var random = new Random(seed);
    var all = new RandomChanges(random, 30);
    var run = new ArrayList<>(raw(all.changes()));
    Collections.shuffle(run, random);

    var packed = ChangePacker.pack(run, Heads.EMPTY);

    assertThat(restored(packed, run, NOTHING)).containsExactlyElementsOf(run);
  }

  @Seeded(100)
  void bytesThatAreNoChangeAreCarriedAsTheyAre(long seed) {
    var random = new Random(seed);
    var run = new ArrayList<>(raw(new RandomChanges(random, 10).changes()));
    for (var i = 0; i < run.size(); i++) {
      if (random.nextInt(3) == 0) {
        var damaged = run.get(i).clone();
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        run.set(i, damaged);
      }
    }

    var packed = ChangePacker.pack(run, Heads.EMPTY);

    assertThat(restored(packed, run, NOTHING)).containsExactlyElementsOf(run);
  }

  @Test
  void whatTheLogLacksIsSaid() {
    var all = new RandomChanges(new Random(1), 40);
    var from = all.changes().size() - 1;
    var run = raw(all.changes().subList(from, all.changes().size()));

    var packed = ChangePacker.pack(run, all.headsAfter(from));

    assertThat(ChangeUnpacker.unpack(packed, sum(run), NOTHING))
        .isInstanceOf(Unpacked.Lacking.class);
  }

  /// Another branch of a fork has other hashes: the changes come out wrong, and only their
  /// signatures can tell.
  @Test
  void anotherLogGivesOtherBytes() {
    var all = new RandomChanges(new Random(1), 40);
    var from = all.changes().size() - 1;
    var run = raw(all.changes().subList(from, all.changes().size()));
    var packed = ChangePacker.pack(run, all.headsAfter(from));
    var elsewhere = all.changes().getFirst().hash();

    var unpacked = ChangeUnpacker.unpack(packed, sum(run), OneHash.of(elsewhere));

    assertThat(unpacked)
        .isInstanceOfSatisfying(
            Unpacked.Restored.class,
            restored -> assertThat(restored.raw().getFirst()).isNotEqualTo(run.getFirst()));
  }

  @Seeded(200)
  void damagedPacksDoNothingElse(long seed) {
    var random = new Random(seed);
    var all = new RandomChanges(random, 20);
    var run = raw(all.changes());
    var packed = ChangePacker.pack(run, Heads.EMPTY);

    for (var i = 0; i < 100; i++) {
      var damaged = Arrays.copyOf(packed, packed.length - random.nextInt(2));
      for (var left = 1 + random.nextInt(3); left > 0; left--) {
        damaged[random.nextInt(Math.min(damaged.length, 60))] = (byte) random.nextInt();
      }

      var unpacked = ChangeUnpacker.unpack(damaged, sum(run), all);

      if (unpacked instanceof Unpacked.Restored(var raw)) {
        assertThat(sum(raw)).isEqualTo(sum(run));
      }
    }
  }

  @Test
  void aPackThatIsLongerThanAnnouncedIsRefused() {
    var all = new RandomChanges(new Random(7), 40);
    var run = raw(all.changes());
    var packed = ChangePacker.pack(run, Heads.EMPTY);

    assertThat(ChangeUnpacker.unpack(packed, sum(run) - 1, all))
        .isInstanceOf(Unpacked.Malformed.class);
    assertThat(ChangeUnpacker.unpack(packed, sum(run) + 1, all))
        .isInstanceOf(Unpacked.Malformed.class);
    assertThat(ChangeUnpacker.unpack(packed, PackLimits.RAW_BYTES + 1, all))
        .isInstanceOf(Unpacked.Malformed.class);
  }

  private static List<byte[]> restored(
      byte[] packed, List<byte[]> run, LogHashes<RuntimeException> log) {
    return switch (ChangeUnpacker.unpack(packed, sum(run), log)) {
      case Unpacked.Restored(var raw) -> raw;
      case Unpacked.Lacking lacking -> throw new AssertionError(lacking.toString());
      case Unpacked.Malformed malformed -> throw new AssertionError(malformed.toString());
    };
  }

  private static List<byte[]> raw(List<Change> changes) {
    return changes.stream().map(Change::raw).toList();
  }

  private static int sum(List<byte[]> raw) {
    return raw.stream().mapToInt(change -> change.length).sum();
  }

  /// The log of a replica that knows the same hash for everything, or none.
  private record OneHash(Optional<ChangeHash> hash) implements LogHashes<RuntimeException> {
    static OneHash of(ChangeHash hash) {
      return new OneHash(Optional.of(hash));
    }

    @Override
    public Optional<ChangeHash> hashOf(ReplicaId author, long seq) {
      return hash;
    }

    @Override
    public Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) {
      return hash;
    }
  }
}
