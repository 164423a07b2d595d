package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeRules;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Verdict;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Takes changes from peers into the log: each one in causal order, those that come early when the
/// rest is here. A change that cannot be taken blocks its author's later ones and nobody else's.
/// Belongs to the writer thread.
final class Receiving {
  private final PendingChanges pending;

  /// What no longer waits if the transaction is committed.
  private final List<Arrival> settled = new ArrayList<>();

  private final Alarms alarms;
  private final RandomGenerator random;
  private final ChangeVerifier verifier;
  private volatile int waiting;

  /// @param random for a new replica id, should this one turn out to be a copy's
  Receiving(Alarms alarms, PendingLimits limits, RandomGenerator random, ChangeVerifier verifier) {
    this.pending = new PendingChanges(limits);
    this.alarms = alarms;
    this.random = random;
    this.verifier = verifier;
  }

  /// How many changes wait for others. Any thread.
  int waiting() {
    return waiting;
  }

  /// The work of one delivery.
  ///
  /// @param done told the outcome, once
  Work work(List<Arrival> arrivals, DeviceId from, Consumer<ReceiveOutcome> done) {
    return new Work() {
      @Override
      public Runnable run(Transaction transaction) throws StoreException {
        var broken = take(transaction, arrivals, from);
        var heads = transaction.state().heads();
        ReceiveOutcome outcome =
            broken.isPresent()
                ? new ReceiveOutcome.Refused(broken.get())
                : new ReceiveOutcome.Committed(heads);
        return () -> {
          settled.clear();
          done.accept(outcome);
        };
      }

      @Override
      public void failed(String sentence) {
        done.accept(new ReceiveOutcome.Refused(sentence));
      }

      @Override
      public void rolledBack() {
        settled.forEach(arrival -> pending.add(arrival, from));
        settled.clear();
        waiting = pending.count();
      }

      @Override
      public boolean isPatient() {
        return true;
      }
    };
  }

  /// The work of noticing that a peer knows more of this replica than it does itself.
  Work rotation(ReplicaId known) {
    return new Work() {
      @Override
      public Runnable run(Transaction transaction) throws StoreException {
        rotate(transaction, known);
        return () -> {};
      }

      @Override
      public void failed(String sentence) {
        alarms.raise(sentence);
      }
    };
  }

  /// @return what is wrong with one of them; those before it are taken
  private Optional<String> take(Transaction transaction, List<Arrival> arrivals, DeviceId from)
      throws StoreException {
    var applied = false;
    for (var arrival : arrivals) {
      switch (transaction.judge(arrival.change(), arrival.verified())) {
        case Verdict.Applicable(var after) -> {
          rotate(transaction, arrival.change().author());
          transaction.append(arrival.change(), after);
          applied = true;
        }
        case Verdict.Early() -> {
          rotate(transaction, arrival.change().author());
          pending.add(arrival, from);
        }
        case Verdict.Invalid(var reason) -> {
          settle(transaction, applied);
          return Optional.of("It sent a change that is not allowed: " + reason + ".");
        }
        case Verdict other -> putAside(transaction, arrival.change(), other);
      }
    }
    settle(transaction, applied);
    return Optional.empty();
  }

  /// Applies what waited, as long as something fits.
  private void settle(Transaction transaction, boolean applied) throws StoreException {
    var again = applied;
    while (again && pending.count() > 0) {
      again = false;
      for (var candidate : pending.candidates()) {
        var verdict = transaction.judge(candidate.change(), candidate.verified());
        if (verdict instanceof Verdict.Early) {
          continue;
        }
        pending.remove(candidate);
        settled.add(candidate);
        again = true;
        if (verdict instanceof Verdict.Applicable(var after)) {
          transaction.append(candidate.change(), after);
        } else {
          putAside(transaction, candidate.change(), verdict);
        }
      }
    }
    waiting = pending.count();
  }

  private void putAside(Transaction transaction, Change change, Verdict verdict)
      throws StoreException {
    var workspace = transaction.state().workspace();
    switch (verdict) {
      case Verdict.Fork(var at) when isSigned(transaction, change) -> {
        alarms.fork(at, workspace);
        transaction.store().addFork(change);
        rotate(transaction, change.author());
      }
      case Verdict.Estranged _ -> alarms.estranged(change.ref(), workspace);
      case Verdict.Invalid(var reason) ->
          alarms.raise("A change that waited is not allowed: " + reason + ".");
      case Verdict.Fork _, Verdict.Known _, Verdict.Early _, Verdict.Applicable _ -> {}
    }
  }

  /// Without its author's signature a change proves nothing.
  private boolean isSigned(Transaction transaction, Change change) {
    var head = transaction.head(change.author());
    return ChangeRules.keyOf(change, head)
        .filter(key -> verifier.verify(change, transaction.workspace(), key))
        .isPresent();
  }

  /// Gives up the own replica id if somebody else knows a change under it that is not here.
  private void rotate(Transaction transaction, ReplicaId known) throws StoreException {
    var own = transaction.state().own();
    if (!own.equals(known)) {
      return;
    }
    var fresh = ReplicaId.random(random);
    transaction.store().setReplica(fresh);
    transaction.advance(transaction.state().withOwn(fresh));
    alarms.rotated(own, fresh);
  }
}
