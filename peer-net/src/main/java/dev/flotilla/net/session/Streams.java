package dev.flotilla.net.session;

import dev.flotilla.model.Octets;
import dev.flotilla.net.Presence;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.change.pack.ChangePacker;
import dev.flotilla.net.change.pack.PackLimits;
import dev.flotilla.net.wire.CloseReason;
import dev.flotilla.net.wire.HeadsProgress;
import dev.flotilla.net.wire.Message;
import dev.flotilla.net.wire.WireLimits;
import java.util.Optional;
import java.util.OptionalLong;

/// The steps of a session that is up.
final class Streams {
  private static final Message WANT = new Message.Want(WireLimits.WINDOW_BYTES);

  /// The protocol that knows packed changes.
  private static final int PACKS_SINCE = 2;

  /// The protocol that knows snapshots.
  private static final int SNAPSHOTS_SINCE = 2;

  /// The protocol that knows of presence.
  private static final int PRESENCE_SINCE = 3;

  private Streams() {}

  static long deadline(SessionState.Streaming state) {
    var heartbeat = state.heartbeat();
    var deadAt = state.inflow().isBusy() ? Long.MAX_VALUE : heartbeat.deadAt();
    var changesAt = Math.min(state.outflow().deadline(), state.inflow().deadline());
    var dueAt = Math.min(Math.min(changesAt, Comparing.deadline(state)), presenceDeadline(state));
    return Math.min(dueAt, Math.min(heartbeat.askAt(), deadAt));
  }

  private static long presenceDeadline(SessionState.Streaming state) {
    return speaksOfPresence(state) ? state.presences().deadline() : Long.MAX_VALUE;
  }

  private static boolean speaksOfPresence(SessionState.Streaming state) {
    return state.heard() && state.terms().version() >= PRESENCE_SINCE;
  }

  static Step step(SessionState.Streaming state, Input input, long nowMillis) {
    var step = next(state, input, nowMillis);
    for (var effect : step.effects()) {
      if (effect instanceof Effect.Send(var message) && message.since() > state.terms().version()) {
        throw new IllegalStateException("an older peer does not know " + message);
      }
    }
    return step;
  }

  private static Step next(SessionState.Streaming state, Input input, long nowMillis) {
    return switch (input) {
      case Input.Received(var message) ->
          received(state.with(state.heartbeat().heard(nowMillis)), message, nowMillis);
      case Input.Ready _ -> ready(state, nowMillis);
      case Input.Clock _ -> clock(state, nowMillis);
      case Input.HeadsAdvanced(var ours, var eager) ->
          Step.of(state.withOurs(ours, nowMillis, eager).withGap(nowMillis));
      case Input.StateRead(var about, var held) -> Comparing.read(state, about, held, nowMillis);
      case Input.Repaired _ -> Step.of(state.with(state.comparison().repaired(nowMillis)));
      case Input.ChangesRead(var theirs, var batch) -> send(state, theirs, batch, nowMillis);
      case Input.Taken(var bytes, ReceiveOutcome.Committed(var now)) ->
          Step.of(
              state
                  .with(state.inflow().taken(bytes))
                  .with(state.heartbeat().heard(nowMillis))
                  .withOurs(now, nowMillis, false)
                  .withGap(nowMillis));
      case Input.Taken(var bytes, ReceiveOutcome.NotWhole _) ->
          Step.of(notWhole(state.with(state.heartbeat().heard(nowMillis)), bytes));
      case Input.Taken(_, ReceiveOutcome.Refused(var reason)) ->
          Step.of(SyncSession.closing(CloseReason.INVALID_CHANGES, reason));
      case Input.SnapshotAnswered(var task, var message) -> answered(state, task, message);
      case Input.NotAdmitted _ -> Step.of(SyncSession.notAMember());
      case Input.Tell(var peers) -> Step.of(tell(state, peers));
      case Input.Announce(var presence) ->
          Step.of(state.with(state.presences().announced(presence)));
      case Input.Admitted _, Input.JoinAnswered _, Input.Leave _ -> Step.of(state);
    };
  }

  private static Step received(SessionState.Streaming state, Message message, long nowMillis) {
    if (message.since() > state.terms().version()) {
      return SyncSession.outOfTurn(message);
    }
    return switch (message) {
      case Message.HeadsAre(var theirs) when !state.heard() ->
          Step.of(
              state.withFirstHeads(theirs, WANT).withGap(nowMillis).active(nowMillis),
              new Effect.Acknowledged(theirs));
      case Message.Want(var window) when state.heard() ->
          Step.of(state.with(state.outflow().wanted(window, state.ours(), nowMillis)));
      case Message.Changes changes when state.heard() -> {
        var bytes = changes.totalBytes();
        var whole = state.with(state.inflow().withWhole(false));
        yield delivered(whole, bytes, new Effect.Deliver(changes.raw(), bytes));
      }
      case Message.PackedChanges changes when state.heard() ->
          delivered(state, changes.rawBytes(), new Effect.DeliverPacked(changes));
      case Message.Ack ack when isPlausible(state, ack) -> acknowledged(state, ack, nowMillis);
      case Message.Digest digest when state.heard() ->
          Comparing.received(state, digest, digest.about().heads());
      case Message.Buckets buckets when state.heard() ->
          Comparing.received(state, buckets, buckets.about().heads());
      case Message.Entities entities when state.heard() ->
          Comparing.received(state, entities, entities.about().heads());
      case Message.Peers(var hints) when state.heard() ->
          Step.of(state, new Effect.PeersTold(hints));
      case Message.Present(var presence) when state.heard() -> present(state, presence, nowMillis);
      case Message.SnapshotOffer offer when state.heard() ->
          Step.of(state, new Effect.AskAboutSnapshot(new SnapshotTask.Consider(offer)));
      case Message.SnapshotChunk chunk when state.heard() ->
          Step.of(state, new Effect.AskAboutSnapshot(new SnapshotTask.Take(chunk)));
      case Message.SnapshotWant(var id, var from) when state.heard() -> {
        var outflow = state.outflow();
        yield Step.of(state.with(outflow.with(outflow.snapshot().wanted(id, from))));
      }
      case Message.Ping(var token) -> Step.of(state.withPong(OptionalLong.of(token)));
      case Message.Pong _ -> Step.of(state);
      case Message.Hello _,
          Message.Join _,
          Message.Joined _,
          Message.HeadsAre _,
          Message.Want _,
          Message.Changes _,
          Message.Ack _,
          Message.Digest _,
          Message.Buckets _,
          Message.Entities _,
          Message.Peers _,
          Message.Present _,
          Message.SnapshotOffer _,
          Message.SnapshotWant _,
          Message.SnapshotChunk _,
          Message.PackedChanges _,
          Message.Close _ ->
          SyncSession.outOfTurn(message);
    };
  }

  private static Step present(SessionState.Streaming state, Presence presence, long nowMillis) {
    var before = state.presences();
    var next = state.with(before.heard(presence, nowMillis));
    return tellPresence(before, next);
  }

  /// What is said again is no news.
  private static Step tellPresence(PresenceFlow before, SessionState.Streaming next) {
    var theirs = next.presences().theirs();
    return theirs.equals(before.theirs())
        ? Step.of(next)
        : Step.of(next, new Effect.PresenceTold(theirs));
  }

  /// At most one message of hints waits, however slow the peer is.
  private static SessionState.Streaming tell(SessionState.Streaming state, Message.Peers peers) {
    var isOlder = peers.since() > state.terms().version();
    var waits = state.due().stream().anyMatch(Message.Peers.class::isInstance);
    return isOlder || waits ? state : state.withDue(peers);
  }

  private static Step delivered(SessionState.Streaming state, long bytes, Effect delivery) {
    return state.inflow().hasRoomFor(bytes)
        ? Step.of(state.with(state.inflow().delivered(bytes)), delivery)
        : Step.of(
            SyncSession.closing(CloseReason.PROTOCOL_ERROR, "more changes than the window holds"));
  }

  /// Asks once: whatever is packed and under way already cannot be made whole either.
  private static SessionState.Streaming notWhole(SessionState.Streaming state, long bytes) {
    var taken = state.with(state.inflow().taken(bytes).withWhole(true));
    return state.inflow().whole() ? taken : taken.withDue(WANT);
  }

  private static Step acknowledged(SessionState.Streaming state, Message.Ack ack, long nowMillis) {
    var confirmed = state.outflow().confirmed(ack.takenBytes(), nowMillis);
    if (ack.advanced().isEmpty()) {
      return Step.of(state.with(confirmed).withGap(nowMillis));
    }
    var next =
        state
            .with(confirmed.told(ack.advanced(), state.ours()))
            .withGap(nowMillis)
            .active(nowMillis);
    return Step.of(next, new Effect.Acknowledged(next.theirs()));
  }

  private static boolean isPlausible(SessionState.Streaming state, Message.Ack ack) {
    return state.heard()
        && ack.takenBytes() <= state.outflow().underWayBytes()
        && HeadsProgress.merge(state.theirs(), ack.advanced()).size() <= WireLimits.MAX_AUTHORS;
  }

  /// Confirmations first, since the peer waits for them; then changes; then the news of what we
  /// have.
  private static Step ready(SessionState.Streaming state, long nowMillis) {
    if (!state.due().isEmpty()) {
      return Step.of(
          state.withDue(SyncSession.rest(state.due())), new Effect.Send(state.due().getFirst()));
    }
    if (state.pong().isPresent()) {
      return Step.of(
          state.withPong(OptionalLong.empty()),
          new Effect.Send(new Message.Pong(state.pong().getAsLong())));
    }
    var news = HeadsProgress.since(state.told(), state.ours());
    var overdue = !news.isEmpty() && !HeadsProgress.covers(state.told(), state.outflow().cursor());
    if (state.inflow().takenBytes() > 0 || overdue) {
      return acknowledge(state, news);
    }
    var snapshot = state.outflow().snapshot();
    if (snapshot.due()) {
      var asked = state.with(state.outflow().with(SnapshotFlow.IDLE));
      return state.terms().version() < SNAPSHOTS_SINCE
          ? ready(asked, nowMillis)
          : Step.of(asked, new Effect.AskAboutSnapshot(new SnapshotTask.Offer(state.theirs())));
    }
    if (snapshot.task().isPresent()) {
      return Step.of(state, new Effect.AskAboutSnapshot(snapshot.task().get()));
    }
    if (state.outflow().isDue(nowMillis)) {
      return Step.of(
          state,
          new Effect.ReadChanges(state.outflow().cursor(), state.outflow().pace().batchBytes()));
    }
    if (!news.isEmpty()) {
      return acknowledge(state, news);
    }
    if (state.inflow().shouldAskAgain(nowMillis)) {
      // The peer knows our heads by now: it starts over from these.
      var asked = state.inflow().gap().asked(nowMillis);
      return Step.of(state.with(state.inflow().with(asked)), new Effect.Send(WANT));
    }
    if (speaksOfPresence(state)) {
      var presences = state.presences();
      if (presences.isOver(nowMillis)) {
        return tellPresence(presences, state.with(presences.over()));
      }
      if (presences.isDue(nowMillis)) {
        return Step.of(
            state.with(presences.said(nowMillis)),
            new Effect.Send(new Message.Present(presences.own())));
      }
    }
    if (Comparing.isDue(state, nowMillis)) {
      return Step.of(state, new Effect.ReadState(Optional.empty()));
    }
    if (state.heartbeat().shouldAsk(nowMillis)) {
      return Step.of(
          state.with(state.heartbeat().asked(nowMillis)),
          new Effect.Send(new Message.Ping(state.heartbeat().token())));
    }
    return Step.of(state);
  }

  /// Offers and chunks were asked for by a side that can send now; what is wanted waits its turn.
  private static Step answered(
      SessionState.Streaming state, SnapshotTask task, Optional<Message> message) {
    var outflow = state.outflow();
    var snapshot = outflow.snapshot();
    if (message.isEmpty()) {
      return task instanceof SnapshotTask.Read
          ? Step.of(state.with(outflow.with(SnapshotFlow.IDLE)))
          : Step.of(state);
    }
    if (message.get() instanceof Message.SnapshotOffer offer) {
      return Step.of(state.with(outflow.with(snapshot.with(offer))), new Effect.Send(offer));
    }
    if (message.get() instanceof Message.SnapshotChunk chunk) {
      return snapshot.task().filter(task::equals).isPresent()
          ? Step.of(state.with(outflow.with(snapshot.sent())), new Effect.Send(chunk))
          : Step.of(state);
    }
    return message.get() instanceof Message.Close(var reason, var sentence)
        ? Step.of(SyncSession.closing(reason, sentence))
        : Step.of(state.withDue(message.get()));
  }

  private static Step acknowledge(SessionState.Streaming state, Heads news) {
    var ack = new Message.Ack(news, state.inflow().takenBytes());
    return Step.of(
        state.with(state.inflow().confirmed()).withTold(state.ours()), new Effect.Send(ack));
  }

  private static Step send(
      SessionState.Streaming state, Heads theirs, ChangeBatch batch, long nowMillis) {
    if (!theirs.equals(state.outflow().cursor())) {
      return Step.of(state);
    }
    if (batch.isEmpty()) {
      return Step.of(state.with(state.outflow().nothingRead()));
    }
    if (state.outflow().cursor().equals(batch.after())) {
      throw new IllegalStateException("a batch that brings the peer nothing: " + batch.after());
    }
    var changes = new Message.Changes(batch.raw());
    return Step.of(
        state.with(state.outflow().sent(batch, changes.totalBytes(), state.ours(), nowMillis)),
        new Effect.Send(inFewBytes(state, changes)));
  }

  /// Packed if the peer can unpack and that makes less of them.
  private static Message inFewBytes(SessionState.Streaming state, Message.Changes changes) {
    var bytes = changes.totalBytes();
    if (state.terms().version() < PACKS_SINCE
        || state.outflow().whole()
        || bytes > PackLimits.RAW_BYTES) {
      return changes;
    }
    var packed = ChangePacker.pack(changes.raw(), state.theirs());
    return packed.length < bytes ? new Message.PackedChanges(bytes, Octets.of(packed)) : changes;
  }

  /// While the replica is busy with the peer's changes nothing is read, so silence means nothing.
  private static Step clock(SessionState.Streaming state, long nowMillis) {
    if (state.heartbeat().isDead(nowMillis) && !state.inflow().isBusy()) {
      return Step.of(SyncSession.closing(CloseReason.TIMEOUT, ""));
    }
    return Step.of(state);
  }
}
