package dev.flotilla.net.change;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.VersionVector;
import dev.flotilla.model.DeviceId;
import dev.flotilla.model.DeviceKey;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Operation.OpenReplica;
import dev.flotilla.model.Value;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.net.change.Verdict.Applicable;
import dev.flotilla.net.change.Verdict.Early;
import dev.flotilla.net.change.Verdict.Fork;
import dev.flotilla.net.change.Verdict.Invalid;
import dev.flotilla.net.change.Verdict.Known;
import dev.flotilla.net.change.Verdict.TooManyBranches;
import java.util.Optional;

/// Whether a change may enter the log: chain, dependencies, membership, signature.
///
/// The answer depends on the change and on its past, never on which forks are known: names of
/// lineages only say where things are.
///
/// @param workspace whose log it is
/// @param log what is in it
/// @param verifier checks signatures
public record ChangeRules<E extends Exception>(
    WorkspaceId workspace, LogView<E> log, ChangeVerifier verifier) {
  private static final Verdict WRONG_SIGNATURE = new Invalid("its signature is wrong");

  /// Rules that check every signature themselves.
  public ChangeRules(WorkspaceId workspace, LogView<E> log) {
    this(workspace, log, ChangeVerifier.ED25519);
  }

  /// What the rules need to know of the log. `E` is how reading it can fail. Replica ids name
  /// lineages.
  public interface LogView<E extends Exception> {
    Optional<AuthorHead> head(ReplicaId lineage);

    /// The hash of the lineage's change with this number.
    Optional<ChangeHash> hashOf(ReplicaId lineage, long seq) throws E;

    /// The hash of the lineage's change whose last operation has this counter.
    Optional<ChangeHash> hashEndingAt(ReplicaId lineage, long counter) throws E;

    /// What the lineage's change whose last operation has this counter has seen, itself included.
    Optional<VersionVector> pastEndingAt(ReplicaId lineage, long counter) throws E;

    Admissions admissions();

    Lineages lineages();
  }

  /// Judges a change.
  ///
  /// @param verified the key with which its signature was found right already, if it was
  /// @param from who tells of it; matters to [TooManyBranches] only, so that what one replica took
  ///   is taken by all
  public Verdict judge(Change change, Optional<DeviceKey> verified, DeviceId from) throws E {
    var chain = new Chain<>(log, change, from);
    if (chain.isHere()) {
      return new Known();
    }
    var parent = chain.parent();
    if (change.seq() > 1 && parent.isEmpty()) {
      return new Early();
    }
    return parent.isPresent() ? continued(chain, parent.get(), verified) : begun(chain, verified);
  }

  private Verdict continued(Chain<E> chain, AuthorHead parent, Optional<DeviceKey> verified)
      throws E {
    var change = chain.change();
    var before = log.pastEndingAt(parent.author(), change.first() - 1);
    var end = log.hashEndingAt(parent.author(), change.first() - 1);
    if (before.isEmpty() || !end.filter(change.previous()::equals).isPresent()) {
      return new Invalid("its operations do not follow those of the change before");
    }
    return concluded(chain, before.get(), parent.lineage(), parent.owner(), verified);
  }

  private Verdict begun(Chain<E> chain, Optional<DeviceKey> verified) throws E {
    var change = chain.change();
    if (!(change.operations().getFirst() instanceof OpenReplica(var key, var name))) {
      return new Invalid("a replica's first change does not say whose it is");
    }
    var owner = new AuthorHead.Owner(key, name);
    return concluded(chain, VersionVector.EMPTY, Lineage.whole(change.author()), owner, verified);
  }

  private Verdict concluded(
      Chain<E> chain,
      VersionVector before,
      Lineage parent,
      AuthorHead.Owner owner,
      Optional<DeviceKey> verified)
      throws E {
    var change = chain.change();
    if (repeats(change.dependencies(), before)) {
      return new Invalid("it repeats a dependency");
    }
    var resolved = Bindings.resolve(change.dependencies(), before, log);
    if (resolved.isEmpty()) {
      // Something is not here, or not the branch that is meant; or the change is not its author's.
      return isSigned(change, owner, verified) ? new Early() : WRONG_SIGNATURE;
    }
    var past = past(resolved.get(), before);
    var broken = violation(change, owner.key(), past, parent);
    if (broken.isPresent()) {
      return new Invalid(broken.get());
    }
    if (!isSigned(change, owner, verified)) {
      return WRONG_SIGNATURE;
    }
    var split = chain.split(parent);
    var lineage = chain.lineage(parent);
    if ((split.isPresent() || !lineage.equals(parent)) && chain.isFullOf(owner.key())) {
      return new TooManyBranches(change.ref());
    }
    return split.isPresent()
        ? new Fork(change.ref(), split.get())
        : new Applicable(AuthorHead.endingWith(change, lineage, owner, past));
  }

  private boolean isSigned(Change change, AuthorHead.Owner owner, Optional<DeviceKey> verified) {
    return verified.equals(Optional.of(owner.key()))
        || verifier.verify(change, workspace, owner.key());
  }

  private Optional<String> violation(
      Change change, DeviceKey key, VersionVector past, Lineage parent) {
    for (var name : change.dependencies().counters().keySet()) {
      if (!log.lineages().isKnownTo(name, past)) {
        return Optional.of("it names a branch of a fork that its author had not seen");
      }
    }
    return MembershipRule.violation(change, key, past, this)
        .or(() -> supersedesTheUnseen(change, parent, past))
        .or(() -> countsTheUnseen(change, past));
  }

  private boolean repeats(Dependencies dependencies, VersionVector before) {
    return dependencies.counters().entrySet().stream()
        .anyMatch(entry -> log.lineages().hasSeen(before, entry.getKey(), entry.getValue()));
  }

  /// Everything the change has seen, itself left out: who has seen a change has seen its past, even
  /// if that is kept quiet.
  private VersionVector past(VersionVector named, VersionVector before) throws E {
    var past = before.join(named);
    for (var entry : named.asMap().entrySet()) {
      var seen = log.pastEndingAt(entry.getKey(), entry.getValue());
      past = past.join(seen.orElse(VersionVector.EMPTY));
    }
    return past;
  }

  private Optional<String> supersedesTheUnseen(Change change, Lineage parent, VersionVector past) {
    var translation = new Translation(change, parent, past, log.lineages());
    for (var i = 0; i < change.operations().size(); i++) {
      if (change.operations().get(i) instanceof Operation.Write write) {
        for (var dot : write.supersedes()) {
          var own = dot.replica().equals(change.author());
          if (own
              ? dot.counter() >= change.first() + i
              : translation.meaning(dot).filter(past::contains).isEmpty()) {
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
  private Optional<String> countsTheUnseen(Change change, VersionVector past) {
    var seen = log.lineages().count(past);
    for (var i = 0; i < change.operations().size(); i++) {
      if (change.operations().get(i) instanceof Operation.Write write
          && write.value() instanceof Value.Move(long counter, _)
          && counter - i - 1 > seen) {
        return Optional.of("it moves a folder with a number that is too high");
      }
    }
    return Optional.empty();
  }

  /// The key that signs an author's changes: from the log, or from the change itself if it begins a
  /// chain.
  public static Optional<DeviceKey> keyOf(Change change, Optional<AuthorHead> head) {
    return change.operations().getFirst() instanceof OpenReplica(var key, _) && change.seq() == 1
        ? Optional.of(key)
        : head.map(AuthorHead::key);
  }
}
