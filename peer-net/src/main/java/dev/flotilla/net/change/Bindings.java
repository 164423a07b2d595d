package dev.flotilla.net.change;

import dev.flotilla.crdt.Dot;
import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which changes an author means by its dependencies. A replica id and a counter may be found on
/// several branches of a fork that the author did not know of; the hash over all of them tells.
final class Bindings {
  /// How many meanings are tried for one change: six forks at once that its author did not know of,
  /// with four branches each.
  private static final int ATTEMPTS = 4096;

  private final Dependencies dependencies;
  private final List<List<Candidate>> candidates = new ArrayList<>();
  private int attempts;

  private record Candidate(ReplicaId name, Dot end, ChangeHash hash) {}

  private Bindings(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  /// The changes that are meant, by lineage and last operation.
  ///
  /// @param before what the author had seen already; likely to go on with
  /// @return empty if something is not here
  static <E extends Exception> Optional<VersionVector> resolve(
      Dependencies dependencies, VersionVector before, ChangeRules.LogView<E> log) throws E {
    var bindings = new Bindings(dependencies);
    for (var entry : dependencies.counters().entrySet()) {
      var found = candidates(entry.getKey(), entry.getValue(), log);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      found.sort(
          Comparator.comparing((Candidate one) -> before.get(one.end().replica()) == 0)
              .thenComparing(one -> one.end().replica()));
      bindings.candidates.add(found);
    }
    return bindings.search(0, new HashMap<>());
  }

  private static <E extends Exception> List<Candidate> candidates(
      ReplicaId name, long counter, ChangeRules.LogView<E> log) throws E {
    var found = new ArrayList<Candidate>();
    for (var lineage : log.lineages().meantBy(name)) {
      var last = log.head(lineage.id()).map(AuthorHead::last).orElse(0L);
      if (counter > lineage.baseCounter() && counter <= last) {
        log.hashEndingAt(lineage.id(), counter)
            .ifPresent(
                hash -> found.add(new Candidate(name, new Dot(lineage.id(), counter), hash)));
      }
    }
    return found;
  }

  private Optional<VersionVector> search(int at, Map<ReplicaId, Candidate> chosen) {
    if (at == candidates.size()) {
      attempts++;
      return isBoundTo(chosen) ? Optional.of(vector(chosen)) : Optional.empty();
    }
    for (var candidate : candidates.get(at)) {
      chosen.put(candidate.name(), candidate);
      var found = search(at + 1, chosen);
      if (found.isPresent() || attempts >= ATTEMPTS) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean isBoundTo(Map<ReplicaId, Candidate> chosen) {
    return dependencies.areBoundTo((name, _) -> {
      var candidate = chosen.get(name);
      return candidate == null ? ChangeHash.NONE : candidate.hash();
    });
  }

  private static VersionVector vector(Map<ReplicaId, Candidate> chosen) {
    var counters = new TreeMap<ReplicaId, Long>();
    for (var candidate : chosen.values()) {
      counters.merge(candidate.end().replica(), candidate.end().counter(), Math::max);
    }
    return VersionVector.of(counters);
  }
}
