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

  /// Places what a peer told. Cost: a look-up for each author that the peer lacks something of.
  public static <E extends Exception> PeerHeads placed(Heads theirs, Log<E> log) throws E {
    var placing = new Placing<>(log, new HashMap<>(), new HashSet<>());
    for (var told : theirs.asMap().entrySet()) {
      placing.place(told.getKey(), told.getValue());
    }
    return new PeerHeads(placing.known, placing.strange);
  }

  /// The number of the newest change that the peer has of a lineage; 0 for none.
  public long seq(ReplicaId lineage) {
    return known.getOrDefault(lineage, 0L);
  }

  private record Placing<E extends Exception>(
      Log<E> log, Map<ReplicaId, Long> known, Set<ReplicaId> strange) {
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
        var end = log.heads().seq(lineage.id());
        if (told.seq() > lineage.baseSeq()
            && told.seq() <= end
            && log.hashOf(lineage.id(), told.seq()).filter(told::names).isPresent()) {
          return Optional.of(lineage);
        }
      }
      return Optional.empty();
    }

    /// A name that is not known here may be that of a branch which is still the whole chain here.
    private List<Lineage> candidates(ReplicaId name) {
      var meant = log.lineages().meantBy(name);
      var isHere = meant.stream().anyMatch(lineage -> log.heads().seq(lineage.id()) > 0);
      return isHere
          ? meant
          : log.heads().asMap().keySet().stream().map(log.lineages()::get).toList();
    }

    /// Who has a change has all before it.
    private void know(Lineage lineage, long seq) {
      known.merge(lineage.id(), seq, Math::max);
      lineage.parent().ifPresent(parent -> know(log.lineages().get(parent), lineage.baseSeq()));
    }
  }
}
