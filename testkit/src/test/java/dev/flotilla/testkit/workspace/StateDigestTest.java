package dev.flotilla.testkit.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.codec.CanonicalReader;
import dev.flotilla.crdt.codec.CanonicalWriter;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EntityHash;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.StateDigest;
import dev.flotilla.model.Trace;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What two replicas compare when they should have the same state.
class StateDigestTest {
  private final Fleet fleet = new Fleet(2);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theDigestThatFollowedEveryEditIsThatOfTheWholeState(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (var i = 0; i < 120; i++) {
      var replica = random.nextInt(2);
      var _ = fleet.tryEdit(replica, RandomEdits.any(fleet.workspace(replica), random));
      if (random.nextInt(8) == 0) {
        fleet.sync(replica, 1 - replica);
      }
      if (random.nextInt(3) == 0) {
        assertThat(fleet.workspace(replica).stateDigest().root()).isNotNull();
      }
    }
    fleet.syncAll();

    var followed = fleet.workspace(0).stateDigest();

    assertThat(followed.parts()).isEqualTo(fromScratch(fleet.workspace(0)).stateDigest().parts());
    assertThat(followed.root()).isEqualTo(fleet.workspace(1).stateDigest().root());
  }

  @Test
  void aBucketIsTheSumOfTheHashesInIt() {
    for (var i = 0; i < 200; i++) {
      fleet.edit(0, Edit.CreateFlag.bool("flag-" + i));
    }
    var digest = fleet.workspace(0).stateDigest();
    var all = IntStream.range(0, StateDigest.BUCKETS).boxed().collect(Collectors.toSet());

    var sums = new byte[StateDigest.BUCKETS][StateDigest.HASH_BYTES];
    for (var item : fleet.workspace(0).hashes(all)) {
      add(sums[StateDigest.bucketOf(item.entity())], item.hash().bytes());
    }

    for (var bucket : all) {
      var from = bucket * StateDigest.HASH_BYTES;
      assertThat(sums[bucket])
          .as("bucket %d", bucket)
          .isEqualTo(
              Arrays.copyOfRange(digest.parts().bytes(), from, from + StateDigest.HASH_BYTES));
    }
  }

  @Test
  void anEditChangesTheBucketOfItsEntityAndNoOther() {
    fleet.edit(0, Edit.CreateFlag.bool("a"), Edit.CreateFlag.bool("b"));
    var before = fleet.workspace(0);
    fleet.edit(0, Edit.tag("a", "pay"));

    var difference = fleet.workspace(0).stateDigest().from(before.stateDigest().parts());

    var bucket = StateDigest.bucketOf(EntityId.flag("a"));
    assertThat(difference.buckets()).containsExactly(bucket);
    assertThat(difference.members()).isFalse();
    assertThat(difference.folders()).isFalse();
    assertThat(fleet.workspace(0).hashes(Set.of(bucket)))
        .extracting(EntityHash::entity)
        .contains(EntityId.flag("a"));
  }

  /// So that dropping what is left of it changes no digest.
  @Test
  void whatIsDeletedCountsNoMore() {
    fleet.edit(0, Edit.CreateFlag.bool("a"));
    var before = fleet.workspace(0).stateDigest().parts();

    fleet.edit(0, Edit.CreateFlag.bool("b"), Edit.tag("b", "pay"));
    fleet.edit(0, new Edit.DeleteEntity(EntityId.flag("b")));

    assertThat(fleet.workspace(0).stateDigest().parts()).isEqualTo(before);
    assertThat(fleet.workspace(0).hashes(Set.of(StateDigest.bucketOf(EntityId.flag("b")))))
        .extracting(EntityHash::entity)
        .doesNotContain(EntityId.flag("b"));
  }

  private static Workspace fromScratch(Workspace workspace) {
    var to = new CanonicalWriter();
    workspace.encode(to);
    var entries = new ArrayList<Workspace.Entry>();
    workspace.forEachEntry(
        (slot, dot, stamped) -> entries.add(new Workspace.Entry(slot, dot, stamped)));
    List<Trace> traces = new ArrayList<>();
    workspace.forEachTrace(traces::add);
    var restored = Workspace.restore(workspace.vector(), workspace.roster(), entries, traces);
    assertThat(Workspace.decode(new CanonicalReader(to.toBytes())).stateDigest().parts())
        .isEqualTo(restored.stateDigest().parts());
    return restored;
  }

  private static void add(byte[] sum, byte[] term) {
    var carry = 0;
    for (var i = sum.length - 1; i >= 0; i--) {
      var digit = (sum[i] & 0xff) + (term[i] & 0xff) + carry;
      sum[i] = (byte) digit;
      carry = digit >>> 8;
    }
  }
}
