package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Value;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Verdict.Applicable;
import dev.flotilla.net.change.Verdict.Early;
import dev.flotilla.net.change.Verdict.Estranged;
import dev.flotilla.net.change.Verdict.Fork;
import dev.flotilla.net.change.Verdict.Invalid;
import dev.flotilla.net.change.Verdict.Known;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Whether a change may enter the log: chain, dependencies, signature, membership, in the order of
/// their cost.
///
/// @param workspace whose log it is
/// @param log what is in it
/// @param verifier checks signatures
public record ChangeRules<E extends Exception>(
    WorkspaceId workspace, LogView<E> log, ChangeVerifier verifier) {
  /// Rules that check every signature themselves.
  public ChangeRules(WorkspaceId workspace, LogView<E> log) {
    this(workspace, log, ChangeVerifier.ED25519);
  }

  /// What the rules need to know of the log. `E` is how reading it can fail.
  public interface LogView<E extends Exception> {
    Optional<AuthorHead> head(ReplicaId author);

    /// The hash of the author's change with this number.
    Optional<ChangeHash> hashOf(ReplicaId author, long seq) throws E;

    /// The hash of the author's change whose last operation has this counter.
    Optional<ChangeHash> hashEndingAt(ReplicaId author, long counter) throws E;

    /// What the author's change whose last operation has this counter has seen, itself included.
    Optional<VersionVector> pastEndingAt(ReplicaId author, long counter) throws E;

    Admissions admissions();
  }

  /// Judges a change.
  ///
  /// @param verified whether its signature was found right already, with the key that the log or
  ///   the change itself names
  public Verdict judge(Change change, boolean verified) throws E {
    var head = log.head(change.author());
    if (change.seq() <= head.map(AuthorHead::seq).orElse(0L)) {
      var here = log.hashOf(change.author(), change.seq());
      return here.filter(change.hash()::equals).isPresent() ? new Known() : new Fork(change.ref());
    }
    if (change.seq() > head.map(AuthorHead::seq).orElse(0L) + 1 || !dependenciesAreHere(change)) {
      return new Early();
    }
    return head.isPresent() ? continued(change, head.get(), verified) : begun(change, verified);
  }

  private Verdict continued(Change change, AuthorHead head, boolean verified) throws E {
    if (!change.previous().equals(head.hash())) {
      return new Fork(new ChangeRef(change.author(), change.seq() - 1));
    }
    if (change.first() != head.last() + 1) {
      return new Invalid("its operations do not follow those of the change before");
    }
    for (var entry : change.dependencies().counters().entrySet()) {
      if (entry.getValue() <= head.past().get(entry.getKey())) {
        return new Invalid("it repeats a dependency");
      }
    }
    return concluded(change, head.past(), new Opening(head.key(), head.deviceName()), verified);
  }

  private Verdict begun(Change change, boolean verified) throws E {
    if (!(change.operations().getFirst() instanceof OpenReplica(var key, var name))) {
      return new Invalid("a replica's first change does not say whose it is");
    }
    return concluded(change, VersionVector.EMPTY, new Opening(key, name), verified);
  }

  /// Whose replica it is.
  private record Opening(DeviceKey key, String deviceName) {}

  private Verdict concluded(Change change, VersionVector before, Opening opening, boolean verified)
      throws E {
    if (!dependenciesAreBound(change)) {
      return new Estranged("it builds on changes that differ from those here");
    }
    var past = past(change, before);
    var broken = MembershipRule.violation(change, opening.key(), past, this);
    if (broken.isEmpty()) {
      broken = supersedesTheUnseen(change, past);
    }
    if (broken.isEmpty()) {
      broken = countsTheUnseen(change, past);
    }
    if (broken.isPresent()) {
      return new Invalid(broken.get());
    }
    if (!verified && !verifier.verify(change, workspace, opening.key())) {
      return new Invalid("its signature is wrong");
    }
    return new Applicable(AuthorHead.endingWith(change, opening.key(), opening.deviceName(), past));
  }

  /// Everything the change has seen, itself left out: who has seen a change has seen its past, even
  /// if that is kept quiet.
  private VersionVector past(Change change, VersionVector before) throws E {
    var past = before.join(VersionVector.of(change.dependencies().counters()));
    for (var entry : change.dependencies().counters().entrySet()) {
      var seen = log.pastEndingAt(entry.getKey(), entry.getValue());
      past = past.join(seen.orElse(VersionVector.EMPTY));
    }
    return past;
  }

  private boolean dependenciesAreHere(Change change) {
    for (var entry : change.dependencies().counters().entrySet()) {
      var head = log.head(entry.getKey());
      if (head.isEmpty() || head.get().last() < entry.getValue()) {
        return false;
      }
    }
    return true;
  }

  private boolean dependenciesAreBound(Change change) throws E {
    Map<ReplicaId, ChangeHash> hashes = new HashMap<>();
    for (var entry : change.dependencies().counters().entrySet()) {
      var hash = log.hashEndingAt(entry.getKey(), entry.getValue());
      if (hash.isEmpty()) {
        return false;
      }
      hashes.put(entry.getKey(), hash.get());
    }
    return change
        .dependencies()
        .areBoundTo((replica, _) -> hashes.getOrDefault(replica, ChangeHash.NONE));
  }

  private static Optional<String> supersedesTheUnseen(Change change, VersionVector past) {
    for (var i = 0; i < change.operations().size(); i++) {
      if (change.operations().get(i) instanceof Operation.Write write) {
        for (var dot : write.supersedes()) {
          var own = dot.replica().equals(change.author());
          if (own ? dot.counter() >= change.first() + i : !past.contains(dot)) {
            return Optional.of("it supersedes a write that its author had not seen");
          }
        }
      }
    }
    return Optional.empty();
  }

  /// A move of a folder takes the number after the greatest that its author has seen, so it never
  /// passes the number of operations up to it. Somebody who takes the last number there is, would
  /// leave none for anybody's next move.
  private static Optional<String> countsTheUnseen(Change change, VersionVector past) {
    var others = new BigInteger[] {BigInteger.ZERO};
    past.forEach((replica, counter) -> {
      if (!replica.equals(change.author())) {
        others[0] = others[0].add(BigInteger.valueOf(counter));
      }
    });
    for (var i = 0; i < change.operations().size(); i++) {
      if (change.operations().get(i) instanceof Operation.Write write
          && write.value() instanceof Value.Move(long counter, _)
          && BigInteger.valueOf(counter - change.first() - i).compareTo(others[0]) > 0) {
        return Optional.of("it moves a folder with a number that is too high");
      }
    }
    return Optional.empty();
  }

  /// The key that signs an author's changes: from the log, or from the change itself if it begins a
  /// chain.
  public static Optional<DeviceKey> keyOf(Change change, Optional<AuthorHead> head) {
    if (head.isPresent()) {
      return head.map(AuthorHead::key);
    }
    return change.operations().getFirst() instanceof OpenReplica(var key, _)
        ? Optional.of(key)
        : Optional.empty();
  }
}
