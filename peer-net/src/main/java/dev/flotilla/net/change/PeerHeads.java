package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a peer has, told in its own names, in the names of this log. The two may know of different
/// forks: one's whole chain is the other's branch. Hashes tell what is the same.
///
/// What cannot be placed is taken for something that this log lacks, together with what has its
/// name and comes before it; the peer, which has the longer chain then, sees if that is wrong.
///
/// @param known per lineage, the number of the newest change that the peer has; others have none
/// @param strange replicas of which the peer has a change that differs from the one here
public record PeerHeads(Map<ReplicaId, Long> known, Set<ReplicaId> strange) {
  /// Look-ups for one peer. What is not found then is sent to it again.
  static final int LOOK_UPS = 8192;

  /// What is compared with.
  public interface Log<E extends Exception> {
    /// The newest change of each lineage.
    Heads heads();

    Lineages lineages();

    /// The hash of the lineage's change with this number.
    Optional<ChangeHash> hashOf(ReplicaId lineage, long seq) throws E;
  }

  public PeerHeads {
    known = Collections.unmodifiableMap(known);
    strange = Collections.unmodifiableSet(strange);
  }

  /// Places what a peer told. Cost: a look-up for each author that the peer lacks something of, and
  /// for each of these and each name that is not known here; never more than [#LOOK_UPS].
  public static <E extends Exception> PeerHeads placed(Heads theirs, Log<E> log) throws E {
    var placing = new Placing<>(theirs, log);
    for (var told : theirs.asMap().entrySet()) {
      placing.place(told.getKey(), told.getValue());
    }
    return new PeerHeads(placing.known, placing.strange);
  }

  /// Whether the log has the newest change of everybody that `told` names, under whatever name.
  public static <E extends Exception> boolean areHere(Heads told, Log<E> log) throws E {
    var placing = new Placing<>(told, log);
    for (var head : told.asMap().entrySet()) {
      var here = log.heads().get(head.getKey()).filter(head.getValue()::equals).isPresent();
      if (!here && placing.holder(head.getKey(), head.getValue()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// The number of the newest change that the peer has of a lineage; 0 for none.
  public long seq(ReplicaId lineage) {
    return known.getOrDefault(lineage, 0L);
  }

  private static final class Placing<E extends Exception> {
    private final Log<E> log;
    private final Map<ReplicaId, Long> known = new HashMap<>();
    private final Set<ReplicaId> strange = new HashSet<>();

    /// Chains of which the peer does not name all that is here.
    private final List<Lineage> behind;

    private int lookUps;

    Placing(Heads theirs, Log<E> log) {
      this.log = log;
      this.behind =
          log.heads().asMap().entrySet().stream()
              .filter(here -> theirs.seq(here.getKey()) < here.getValue().seq())
              .map(here -> log.lineages().get(here.getKey()))
              .toList();
    }

    void place(ReplicaId name, Head told) throws E {
      var here = log.heads().get(name);
      if (here.filter(told::equals).isPresent()) {
        know(log.lineages().get(name), told.seq());
        return;
      }
      var holder = holder(name, told);
      if (holder.isPresent()) {
        know(holder.get(), told.seq());
      } else if (here.isPresent() && told.seq() > here.get().seq()) {
        know(log.lineages().get(name), here.get().seq());
      } else if (here.isPresent()) {
        strange.add(name);
      }
    }

    private Optional<Lineage> holder(ReplicaId name, Head told) throws E {
      for (var lineage : candidates(name)) {
        var end = log.heads().get(lineage.id());
        if (told.seq() > lineage.baseSeq()
            && told.counter() > lineage.baseCounter()
            && end.filter(here -> isWithin(told, here)).isPresent()
            && lookUps++ < LOOK_UPS
            && log.hashOf(lineage.id(), told.seq()).filter(told::names).isPresent()) {
          return Optional.of(lineage);
        }
      }
      return Optional.empty();
    }

    /// Whether the chain with this end can have a change with that number and counter.
    private static boolean isWithin(Head told, Head end) {
      return told.seq() <= end.seq() && end.counter() - told.counter() >= end.seq() - told.seq();
    }

    /// A name that is not known here may be that of a branch which is still the whole chain here.
    /// Who knows of the fork says that the chain ends earlier, or does not name it at all.
    private List<Lineage> candidates(ReplicaId name) {
      var meant = log.lineages().meantBy(name);
      var isHere = meant.stream().anyMatch(lineage -> log.heads().seq(lineage.id()) > 0);
      return isHere ? meant : lookUps < LOOK_UPS ? behind : List.of();
    }

    /// Who has a change has all before it.
    private void know(Lineage lineage, long seq) {
      known.merge(lineage.id(), seq, Math::max);
      lineage.parent().ifPresent(parent -> know(log.lineages().get(parent), lineage.baseSeq()));
    }
  }
}
