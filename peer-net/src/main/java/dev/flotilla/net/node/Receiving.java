package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.DeviceId;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.Change;
import dev.flotilla.net.change.ChangeRules;
import dev.flotilla.net.change.ChangeVerifier;
import dev.flotilla.net.change.Verdict;
import dev.flotilla.net.session.ReceiveOutcome;
import dev.flotilla.net.store.StoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Takes changes from peers into the log: each one in causal order, those that come early when the
/// rest is here. A change that cannot be taken blocks its author's later ones and nobody else's.
/// Belongs to the writer thread.
final class Receiving {
  private final PendingChanges pending;
  private final Newcomers newcomers;

  /// What no longer waits if the transaction is committed.
  private final List<Arrival> settled = new ArrayList<>();

  private final Alarms alarms;
  private final RandomGenerator random;
  private final ChangeVerifier verifier;
  private volatile int waiting;

  /// @param random for a new replica id, should this one turn out to be a copy's
  Receiving(Alarms alarms, PendingLimits limits, RandomGenerator random, ChangeVerifier verifier) {
    this.pending = new PendingChanges(limits);
    this.newcomers = new Newcomers(pending);
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
      public int changes() {
        return arrivals.size();
      }

      @Override
      public boolean isPatient() {
        return true;
      }
    };
  }

  /// The work of noticing that a peer knows more of this replica than it does itself. Before edits
  /// that wait already: they would be authored under an id that is in use elsewhere.
  Work rotation(ReplicaId known) {
    return new Work() {
      @Override
      public boolean isUrgent() {
        return true;
      }

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
    var grown = new HashSet<ReplicaId>();
    for (var arrival : arrivals) {
      switch (take(transaction, arrival, from)) {
        case Verdict.Applicable(var after) -> {
          grown.add(arrival.change().author());
          grown.add(after.author());
        }
        case Verdict.Early() -> {
          rotate(transaction, arrival.change().author());
          if (!newcomers.isAside(arrival.change(), transaction.state())) {
            pending.add(arrival, from);
          }
        }
        case Verdict.Invalid(var reason) -> {
          settle(transaction, grown);
          return Optional.of("It sent a change that is not allowed: " + reason + ".");
        }
        case Verdict.Known _,
            Verdict.Fork _,
            Verdict.TooManyBranches _,
            Verdict.TooManyReplicas _ -> {}
      }
    }
    settle(transaction, grown);
    return Optional.empty();
  }

  /// Applies what waited, as long as something fits. Only what names one of those that grew is
  /// looked at: whoever made thousands wait must not cost everybody's edits a look at each.
  ///
  /// @param grown authors and lineages of what was applied
  private void settle(Transaction transaction, Set<ReplicaId> grown) throws StoreException {
    var fresh = grown;
    while (!fresh.isEmpty() && pending.count() > 0) {
      var next = new HashSet<ReplicaId>();
      for (var candidate : pending.candidates()) {
        if (!concerns(transaction, candidate.change(), fresh)) {
          continue;
        }
        var arrival = checkable(transaction, candidate);
        var verdict = take(transaction, arrival, pending.senderOf(arrival));
        if (verdict instanceof Verdict.Early) {
          continue;
        }
        pending.remove(arrival);
        settled.add(arrival);
        next.add(arrival.change().author());
        if (verdict instanceof Verdict.Applicable(var after)) {
          next.add(after.author());
        }
        if (verdict instanceof Verdict.Invalid(var reason)) {
          alarms.raise("A change that waited is not allowed: " + reason + ".");
        }
      }
      fresh = next;
    }
    waiting = pending.count();
  }

  /// Whether a change may fit now. Once there are forks, a name can mean more than one lineage.
  private static boolean concerns(Transaction transaction, Change change, Set<ReplicaId> grown) {
    return !transaction.lineages().isEmpty()
        || grown.contains(change.author())
        || change.dependencies().counters().keySet().stream().anyMatch(grown::contains);
  }

  /// What waits with a check of its signature, once its author's key is known: whatever comes out
  /// is kept with it.
  private Arrival checkable(Transaction transaction, Arrival candidate) {
    if (candidate.check().isPresent()) {
      return candidate;
    }
    var change = candidate.change();
    var key = ChangeRules.keyOf(change, transaction.head(change.author()));
    if (key.isEmpty()) {
      return candidate;
    }
    var check = new SignatureCheck(change, transaction.workspace(), key.get(), verifier);
    var arrival = new Arrival(change, Optional.of(check));
    pending.replace(arrival);
    return arrival;
  }

  /// Takes one change if it fits. Where its author said something else already, both stay: each
  /// branch gets a name of its own.
  private Verdict take(Transaction transaction, Arrival arrival, DeviceId from)
      throws StoreException {
    var change = arrival.change();
    if (arrival.check().isPresent() && !arrival.isSettled()) {
      var hopeful = transaction.judge(change, arrival.claimed(), from);
      if (hopeful instanceof Verdict.Known) {
        return hopeful;
      }
      if (hopeful instanceof Verdict.Applicable(var after) && isOrdinary(transaction, after)) {
        transaction.rely(arrival.check().get());
        transaction.append(change, after);
        return hopeful;
      }
    }
    var verdict = transaction.judge(change, arrival.verified(), from);
    var aside = newcomers.leftAside(change, verdict, transaction.state(), from);
    if (aside.isPresent()) {
      alarms.tooManyReplicas(aside.get(), transaction.state().workspace());
      var own = transaction.state().author(transaction.state().own());
      if (own.filter(head -> head.key().equals(aside.get())).isPresent()) {
        rotate(transaction, change.author()); // a copy of this one, beyond the limit
      }
      return new Verdict.TooManyReplicas(aside.get());
    }
    while (verdict instanceof Verdict.Fork(_, var split)) {
      transaction.split(split);
      verdict = transaction.judge(change, arrival.verified(), from);
    }
    if (verdict instanceof Verdict.Early && isForged(transaction, arrival)) {
      return new Verdict.Invalid("its signature is wrong");
    }
    switch (verdict) {
      case Verdict.Applicable(var after) -> {
        rotate(transaction, change.author());
        transaction.append(change, after);
        if (!after.lineage().isUnnamed() && after.seq() == after.lineage().baseSeq() + 1) {
          alarms.fork(change.ref(), transaction.state().workspace(), after.author());
        }
      }
      case Verdict.TooManyBranches(var at) -> {
        alarms.tooManyBranches(at, transaction.state().workspace(), transaction.state().lineages());
        transaction.store().addFork(change);
        rotate(transaction, change.author());
      }
      case Verdict.Known _,
          Verdict.Early _,
          Verdict.Fork _,
          Verdict.TooManyReplicas _,
          Verdict.Invalid _ -> {}
    }
    return verdict;
  }

  /// Whether the change goes on with a chain and does nothing that a transaction which is undone
  /// would leave behind. The beginning of a chain is rare, and looked at with care.
  private static boolean isOrdinary(Transaction transaction, AuthorHead after) {
    return after.seq() > 1
        && after.lineage().isUnnamed()
        && !after.author().equals(transaction.state().own());
  }

  /// Whether the author's key, where it is known, did not sign the change. Otherwise whoever can
  /// send bytes could make others wait for nothing, and this replica give up its id.
  private boolean isForged(Transaction transaction, Arrival arrival) {
    if (arrival.isDoubtful() || arrival.verified().isPresent()) {
      return arrival.isDoubtful();
    }
    var change = arrival.change();
    var key = ChangeRules.keyOf(change, transaction.head(change.author()));
    return key.isPresent() && !verifier.verify(change, transaction.workspace(), key.get());
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
    alarms.rotated();
  }
}
