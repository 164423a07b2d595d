package dev.flotilla.net.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// How much is looked up to place what a peer tells. Where it belongs is tested with forks.
class PeerHeadsTest {
  private static final int AUTHORS = 4096;

  @Test
  void newAuthorsOfAPeerThatHasAllElseCostNothing() {
    var log = new CountedLog(heads(0, AUTHORS, 100));
    var theirs = new TreeMap<>(log.heads().asMap());
    theirs.putAll(heads(AUTHORS, 500, 100).asMap());

    var placed = PeerHeads.placed(Heads.of(theirs), log);

    assertThat(placed.seq(new ReplicaId(0, 7))).isEqualTo(100);
    assertThat(log.lookUps).isZero();
  }

  @Test
  void aPeerThatTellsOfNothingButStrangersCostsABoundedEffort() {
    var log = new CountedLog(heads(0, AUTHORS, 100));

    var placed = PeerHeads.placed(heads(AUTHORS, AUTHORS, 50), log);

    assertThat(placed.known()).isEmpty();
    assertThat(log.lookUps).isEqualTo(PeerHeads.LOOK_UPS);
  }

  private static Heads heads(int from, int count, long seq) {
    var heads = new TreeMap<ReplicaId, Head>();
    for (var i = from; i < from + count; i++) {
      heads.put(new ReplicaId(0, i), new Head(seq, seq, new byte[Head.HASH_BYTES]));
    }
    return Heads.of(heads);
  }

  private static final class CountedLog implements PeerHeads.Log<RuntimeException> {
    private final Heads heads;
    private int lookUps;

    CountedLog(Heads heads) {
      this.heads = heads;
    }

    @Override
    public Heads heads() {
      return heads;
    }

    @Override
    public Lineages lineages() {
      return Lineages.NONE;
    }

    @Override
    public Optional<ChangeHash> hashOf(ReplicaId lineage, long seq) {
      lookUps++;
      return Optional.of(ChangeHash.ofBytes(new byte[] {1}));
    }
  }
}
