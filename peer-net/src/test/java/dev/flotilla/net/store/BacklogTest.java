package dev.flotilla.net.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.Head;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What overtakes a backlog, and what must not.
public class BacklogTest {
  private static final ReplicaId IMPORTER = new ReplicaId(0, 1);
  private static final ReplicaId ANN = new ReplicaId(0, 2);
  private static final ReplicaId BEN = new ReplicaId(0, 3);
  private static final int BYTES = 250;
  private static final int MILLION = 1_000_000;
  private static final Map<ReplicaId, Long> NOTHING = Map.of();

  @Test
  void newsThatHaveSeenNothingOfAMillionChangesGoFirst() {
    var sent = next(NOTHING, chain(IMPORTER, 1, MILLION), chain(ANN, MILLION + 5, 2));

    assertThat(authors(sent).subList(0, 4)).containsExactly(ANN, ANN, IMPORTER, IMPORTER);
    assertThat(sent.after().seq(ANN)).isEqualTo(2);
  }

  @Test
  void newsThatHaveSeenWhatThePeerLacksWait() {
    var sent =
        next(NOTHING, chain(IMPORTER, 1, MILLION), chain(ANN, MILLION + 5, 1, IMPORTER, MILLION));

    assertThat(authors(sent)).containsOnly(IMPORTER);
  }

  @Test
  void newsThatHaveSeenOtherNewsComeBehindThem() {
    var sent =
        next(
            NOTHING,
            chain(IMPORTER, 1, MILLION),
            chain(ANN, MILLION + 9, 1, BEN, 1),
            chain(BEN, MILLION + 5, 1));

    assertThat(authors(sent).subList(0, 3)).containsExactly(BEN, ANN, IMPORTER);
  }

  @Test
  void whatThePeerHasNeedNotBeSentBeforeNewsThatHaveSeenIt() {
    var sent =
        next(
            Map.of(IMPORTER, 100L),
            chain(IMPORTER, 101, MILLION),
            chain(ANN, MILLION + 105, 1, IMPORTER, 100));

    assertThat(authors(sent).getFirst()).isEqualTo(ANN);
  }

  @Test
  void whereLittleIsLackingTheLogGivesTheOrder() {
    var sent = next(NOTHING, chain(IMPORTER, 1, 20), chain(ANN, 3, 1));

    assertThat(authors(sent).indexOf(ANN)).isEqualTo(2);
  }

  @Test
  void manyChangesOfOneAuthorAreNoNews() {
    var sent = next(NOTHING, chain(IMPORTER, 1, MILLION), chain(ANN, MILLION + 5, 1000));

    assertThat(authors(sent)).containsOnly(IMPORTER);
  }

  @Test
  void newsOfVeryManyAreABacklogAsWell() {
    var chains = new Numbers[Backlog.AUTHORS + 2];
    chains[0] = chain(IMPORTER, 1, MILLION);
    for (var i = 1; i < chains.length; i++) {
      chains[i] = chain(new ReplicaId(1, i), MILLION + i, 1);
    }

    assertThat(authors(next(NOTHING, chains))).containsOnly(IMPORTER);
  }

  private static LogSlice next(Map<ReplicaId, Long> having, Numbers... chains) {
    return new Backlog<RuntimeException>(
            List.of(chains), lineage -> having.getOrDefault(lineage, 0L))
        .next(new TreeMap<>(), Set.of(), 10 * BYTES);
  }

  private static List<ReplicaId> authors(LogSlice slice) {
    var authors = new ArrayList<ReplicaId>();
    for (var raw : slice.raw()) {
      authors.add(new ReplicaId(0, ByteBuffer.wrap(raw).getLong()));
    }
    return authors;
  }

  /// Changes that have seen nobody.
  private static Numbers chain(ReplicaId author, long place, long count) {
    return new Numbers(author, place, count, VersionVector.EMPTY);
  }

  private static Numbers chain(
      ReplicaId author, long place, long count, ReplicaId seen, long counter) {
    return new Numbers(author, place, count, VersionVector.of(Map.of(seen, counter)));
  }

  /// A chain of changes that nobody had to make, one operation each.
  public static final class Numbers implements Backlog.Chain<RuntimeException> {
    private final ReplicaId author;
    private final VersionVector seen;
    private long place;
    private long left;
    private long seq = 1;

    public Numbers(ReplicaId author, long place, long count, VersionVector seen) {
      this.author = author;
      this.place = place;
      this.left = count;
      this.seen = seen;
    }

    /// The chain from a number on.
    public Numbers from(long next) {
      place += next - seq;
      left -= next - seq;
      seq = next;
      return this;
    }

    @Override
    public ReplicaId lineage() {
      return author;
    }

    @Override
    public long place() {
      return place;
    }

    @Override
    public long left() {
      return left;
    }

    @Override
    public byte[] raw() {
      return ByteBuffer.allocate(BYTES).putLong(author.low()).putLong(seq).array();
    }

    @Override
    public Head head() {
      return new Head(seq, seq, new byte[Head.HASH_BYTES]);
    }

    @Override
    public VersionVector past() {
      return seen.with(author, seq);
    }

    @Override
    public boolean advance() {
      place++;
      seq++;
      left--;
      return left > 0;
    }
  }
}
