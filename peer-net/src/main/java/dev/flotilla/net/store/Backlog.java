package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.net.change.Head;
import dev.flotilla.net.change.Heads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a peer lacks of a log, and what of it goes next: in the order of the log, which is a causal
/// one. Where that is much, news overtake it: the few changes that are lacking of a lineage, if the
/// peer has all that they have seen. Nothing is remembered: the peer's heads say what went before.
///
/// Cost: the changes that are taken, and where much is lacking, a look at the next one of each
/// lineage of which little is. For one thread.
///
/// @param <E> how reading the log can fail
public final class Backlog<E extends Exception> {
  /// So many changes at once make nobody wait.
  public static final long LARGE = 512;

  /// Of whom no more is lacking has written something new.
  public static final long NEWS = 32;

  /// Of so many at most: what more have written is no news but a backlog as well.
  public static final int AUTHORS = 256;

  private final List<Chain<E>> chains;
  private final Having<E> having;
  private final Map<ReplicaId, Long> had = new HashMap<>();
  private final List<byte[]> raw = new ArrayList<>();
  private final SortedMap<ReplicaId, Head> after = new TreeMap<>();
  private long bytes;

  /// @param chains where at least one change is lacking
  /// @param having what the peer has
  public Backlog(Collection<? extends Chain<E>> chains, Having<E> having) {
    this.chains = List.copyOf(chains);
    this.having = having;
  }

  /// The changes of a lineage that a peer lacks, from the first of them on.
  public interface Chain<E extends Exception> {
    ReplicaId lineage();

    /// Where the next change is in the log.
    long place();

    /// How many there are, the next one included.
    long left();

    /// The next change.
    byte[] raw() throws E;

    /// The lineage's head once the next change is there.
    Head head() throws E;

    /// What the next change has seen, itself included.
    VersionVector past() throws E;

    /// Goes on.
    ///
    /// @return whether there is one more
    boolean advance() throws E;
  }

  /// What a peer has.
  @FunctionalInterface
  public interface Having<E extends Exception> {
    /// The counter of the last operation of a lineage that it has; 0 for none.
    long counter(ReplicaId lineage) throws E;
  }

  /// Takes the next changes: as many as fit, but at least one if anything is lacking.
  ///
  /// @param told the heads that the peer told, and others by which it is known here
  /// @param strange see [LogSlice]
  public LogSlice next(SortedMap<ReplicaId, Head> told, Set<ReplicaId> strange, int maxBytes)
      throws E {
    after.putAll(told);
    var rest = new PriorityQueue<Chain<E>>(Comparator.comparingLong(Chain::place));
    if (chains.stream().mapToLong(Chain::left).sum() > LARGE) {
      overtake(rest, maxBytes);
    } else {
      rest.addAll(chains);
    }
    while (!rest.isEmpty()) {
      var chain = rest.remove();
      var change = chain.raw();
      if (!fits(change, maxBytes)) {
        break;
      }
      if (take(chain, change)) {
        rest.add(chain);
      }
    }
    return new LogSlice(raw, Heads.of(after), strange);
  }

  /// News first, in the order of the log, since some may have seen others.
  private void overtake(PriorityQueue<Chain<E>> rest, int maxBytes) throws E {
    var news = new PriorityQueue<Chain<E>>(Comparator.comparingLong(Chain::place));
    for (var chain : chains) {
      (chain.left() <= NEWS ? news : rest).add(chain);
    }
    if (news.size() > AUTHORS) {
      rest.addAll(news);
      return;
    }
    while (!news.isEmpty()) {
      var chain = news.remove();
      var change = isReady(chain) ? chain.raw() : new byte[0];
      if (change.length == 0 || !fits(change, maxBytes)) {
        rest.add(chain);
      } else if (take(chain, change)) {
        news.add(chain);
      }
    }
  }

  private boolean isReady(Chain<E> chain) throws E {
    for (var seen : chain.past().asMap().entrySet()) {
      var lineage = seen.getKey();
      if (!lineage.equals(chain.lineage()) && seen.getValue() > counter(lineage)) {
        return false;
      }
    }
    return true;
  }

  private long counter(ReplicaId lineage) throws E {
    var known = had.get(lineage);
    if (known == null) {
      known = having.counter(lineage);
      had.put(lineage, known);
    }
    return known;
  }

  private boolean fits(byte[] change, int maxBytes) {
    return raw.isEmpty() || bytes + change.length <= maxBytes;
  }

  private boolean take(Chain<E> chain, byte[] change) throws E {
    raw.add(change);
    bytes += change.length;
    var head = chain.head();
    after.put(chain.lineage(), head);
    had.put(chain.lineage(), head.counter());
    return chain.advance();
  }
}
