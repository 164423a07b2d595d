package dev.flotilla.net.node;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.crdt.time.HybridTimestamp;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditPlanner;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.NextDots;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Plan;
import dev.flotilla.model.Refusal;
import dev.flotilla.model.Refusal.Reason;
import dev.flotilla.model.Slot;
import dev.flotilla.model.WorkspaceId;
import dev.flotilla.model.Written;
import dev.flotilla.net.change.AuthorHead;
import dev.flotilla.net.change.ChangeCodec;
import dev.flotilla.net.change.ChangeHash;
import dev.flotilla.net.change.ChangeLimits;
import dev.flotilla.net.change.ChangeRef;
import dev.flotilla.net.change.Dependencies;
import dev.flotilla.net.change.Draft;
import dev.flotilla.net.change.Signatory;
import dev.flotilla.net.change.Signing;
import dev.flotilla.net.change.Verdict;
import dev.flotilla.net.node.EditOutcome.Done;
import dev.flotilla.net.node.EditOutcome.Refused;
import dev.flotilla.net.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes this replica's own changes: plan, stamp, chain, sign, append. Runs on the writer thread,
/// within a transaction.
final class Authoring {
  private final WorkspaceId workspace;
  private final Signatory device;
  private final String deviceName;
  private final InstantSource clock;

  Authoring(WorkspaceId workspace, Signatory device, String deviceName, InstantSource clock) {
    this.workspace = workspace;
    this.device = device;
    this.deviceName = deviceName;
    this.clock = clock;
  }

  /// Turns edits into one change, or into none if they are refused.
  EditOutcome edit(Transaction transaction, List<Edit> edits, String message)
      throws StoreException {
    var forbidden = role(transaction).or(() -> unfit(message));
    if (forbidden.isPresent()) {
      return new Refused(forbidden.get());
    }
    transaction.recall(created(edits));
    var own = transaction.state().own();
    var opened = transaction.state().author(own).isPresent();
    var now = transaction.state().workspace();
    var next = transaction.state().author(own).map(AuthorHead::last).orElse(0L) + 1;
    // Planned as if the replica were open, so that a refusal leaves nothing behind.
    var planned = EditPlanner.plan(now, edits, new NextDots(own, opened ? next : next + 1));
    return switch (planned) {
      case Plan.Refused(var refusal) -> new Refused(refusal);
      case Plan.Accepted(var operations) when operations.isEmpty() -> nothingDone(transaction);
      case Plan.Accepted(var operations) -> {
        yield !opened && open(transaction) instanceof Refused refused
            ? refused
            : append(transaction, operations, message);
      }
    };
  }

  /// Appends operations that no planner needs to see.
  EditOutcome append(Transaction transaction, List<Operation> operations, String message)
      throws StoreException {
    var before = transaction.state();
    var ticked = before.clock().tick(clock.millis());
    var draft = draft(before, operations, message, ticked.last());
    return switch (ChangeCodec.sign(draft, workspace, device.signer())) {
      case Signing.TooLarge(var bytes) ->
          new Refused(
              new Refusal(
                  Reason.TOO_LARGE,
                  "The edit takes %d bytes; split it into smaller ones.".formatted(bytes)));
      case Signing.Signed(var change) ->
          switch (transaction.judge(change, Optional.of(device.key()), device.id())) {
            case Verdict.Applicable(var after) -> {
              transaction.advance(before.withClock(ticked));
              transaction.append(change, after);
              yield new Done(
                  change.ref(),
                  Written.of(before.workspace(), change.author(), change.first(), operations));
            }
            case Verdict.Invalid(var reason) ->
                new Refused(new Refusal(Reason.NOT_ALLOWED, "Not allowed: " + reason + "."));
            case Verdict other -> throw new IllegalStateException("own change is " + other);
          };
    };
  }

  /// Authors the first change of this replica if there is none yet.
  EditOutcome open(Transaction transaction) throws StoreException {
    if (transaction.state().author(transaction.state().own()).isPresent()) {
      return nothingDone(transaction);
    }
    if (!Newcomers.mayOpen(device.key(), transaction.state())) {
      return new Refused(
          new Refusal(
              Reason.NOT_ALLOWED,
              "This device opened too many copies of the workspace; the others take no more of it. Ask a member for an invitation and join with a new home."));
    }
    return append(transaction, List.of(new Operation.OpenReplica(device.key(), deviceName)), "");
  }

  /// Whoever creates an entity again clears what was in it; whoever brings it back needs it all.
  private static Set<EntityId> created(List<Edit> edits) {
    var created = new HashSet<EntityId>();
    for (var edit : edits) {
      if (edit instanceof Edit.CreateFlag flag) {
        created.add(EntityId.flag(flag.key()));
      } else if (edit instanceof Edit.CreateTagSet(var key, _)) {
        created.add(EntityId.tagSet(key));
      } else if (edit instanceof Edit.CreateCounter(var key, _)) {
        created.add(EntityId.counter(key));
      } else if (edit instanceof Edit.CreateEnvironment(var name, _)) {
        created.add(EntityId.environment(name));
      } else if (edit instanceof Edit.PutBack(Slot.Presence(var entity), _, _, _, _)) {
        created.add(entity);
      }
    }
    return created;
  }

  /// Why this device may not write at all, or nothing.
  private Optional<Refusal> role(Transaction transaction) {
    var state = transaction.state();
    var role = state.admissions().roleIn(state.workspace().vector(), device.key().deviceId());
    if (role.isEmpty()) {
      return Optional.of(
          new Refusal(
              Reason.NOT_ALLOWED,
              "This device is no member of the workspace. Ask a member for an invitation."));
    }
    return role.get().mayEdit()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.NOT_ALLOWED,
                "This device may look at the workspace but not edit it. Ask its owner for the role of an editor."));
  }

  /// Why a message cannot be part of a change, or nothing.
  private static Optional<Refusal> unfit(String message) {
    var bytes = message.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > ChangeLimits.MESSAGE_BYTES) {
      return Optional.of(
          new Refusal(
              Reason.TOO_LARGE,
              "The message takes %d bytes; shorten it to at most %d."
                  .formatted(bytes.length, ChangeLimits.MESSAGE_BYTES)));
    }
    return new String(bytes, StandardCharsets.UTF_8).equals(message)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.INVALID_VALUE,
                "The message contains half a character (a lone surrogate); remove it."));
  }

  private static Done nothingDone(Transaction transaction) {
    return new Done(newest(transaction), Written.NOTHING);
  }

  private static ChangeRef newest(Transaction transaction) {
    var own = transaction.state().own();
    return new ChangeRef(own, transaction.state().author(own).map(AuthorHead::seq).orElse(0L));
  }

  private static Draft draft(
      ReplicaState state, List<Operation> operations, String message, HybridTimestamp at) {
    var head = state.author(state.own());
    return new Draft(
        state.own(),
        head.map(AuthorHead::seq).orElse(0L) + 1,
        head.map(AuthorHead::last).orElse(0L) + 1,
        head.map(AuthorHead::hash).orElse(ChangeHash.NONE),
        dependencies(state, head),
        at,
        message,
        operations);
  }

  /// The heads of all others that advanced since the own newest change.
  private static Dependencies dependencies(ReplicaState state, Optional<AuthorHead> own) {
    var advanced = new HashMap<ReplicaId, Long>();
    state
        .authors()
        .forEach((author, head) -> {
          var seen = own.map(mine -> mine.past().get(author)).orElse(0L);
          if (!author.equals(state.own()) && head.last() > seen) {
            advanced.put(author, head.last());
          }
        });
    return Dependencies.of(
        advanced,
        (author, _) -> state.author(author).map(AuthorHead::hash).orElse(ChangeHash.NONE));
  }
}
