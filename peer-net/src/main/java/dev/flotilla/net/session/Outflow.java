package dev.flotilla.net.session;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.net.change.Heads;
import dev.flotilla.net.wire.HeadsProgress;
import dev.flotilla.net.wire.WireLimits;

/// What the peer has, and which changes to send it next. A cursor instead of a queue: a slow peer
/// costs the same memory as a fast one. Computed against this peer's own heads only. Immutable.
///
/// @param theirs what the peer told us it has on disk
/// @param cursor `theirs`, advanced by what was sent on this connection
/// @param windowBytes how much may be under way; 0 until the peer wants changes
/// @param underWayBytes sent, and not confirmed
/// @param sendAt when to send what the peer lacks; [#NEVER] if it lacks nothing
/// @param whole whether to pack nothing: the peer asked again, perhaps because it could not unpack
/// @param snapshot what the peer may look at until it has the log
/// @param pace how much of the window is used
record Outflow(
    Heads theirs,
    Heads cursor,
    long windowBytes,
    long underWayBytes,
    long sendAt,
    boolean whole,
    SnapshotFlow snapshot,
    Pace pace) {
  static final long NEVER = Long.MAX_VALUE;

  static final Outflow CLOSED =
      new Outflow(Heads.EMPTY, Heads.EMPTY, 0, 0, NEVER, false, SnapshotFlow.IDLE, Pace.START);

  /// The peer told us what it has.
  Outflow told(Heads more, Heads ours) {
    var known = HeadsProgress.settled(HeadsProgress.told(theirs, more), ours);
    // What was sent under names that the peer has given up is sent again: it may have it or not.
    var sent = HeadsProgress.goesBack(theirs, more) ? known : HeadsProgress.merge(cursor, more);
    var behind = whole && !HeadsProgress.covers(known, ours);
    return new Outflow(
            known,
            HeadsProgress.settled(sent, ours),
            windowBytes,
            underWayBytes,
            sendAt,
            behind,
            snapshot,
            pace)
        .quietIfCovered(ours);
  }

  /// The peer may have told of a fork before this replica knew of it.
  Outflow settled(Heads ours) {
    return ours.replaced().isEmpty()
        ? this
        : new Outflow(
            HeadsProgress.settled(theirs, ours),
            HeadsProgress.settled(cursor, ours),
            windowBytes,
            underWayBytes,
            sendAt,
            whole,
            snapshot,
            pace);
  }

  /// The peer has taken `bytes` of what was under way.
  Outflow confirmed(long bytes, long nowMillis) {
    return new Outflow(
        theirs,
        cursor,
        windowBytes,
        underWayBytes - bytes,
        sendAt,
        whole,
        snapshot,
        pace.confirmed(bytes, nowMillis));
  }

  /// The peer wants everything beyond what it told us; what was sent before may be lost.
  Outflow wanted(long window, Heads ours, long nowMillis) {
    var again = windowBytes > 0;
    var granted = Math.min(window, WireLimits.WINDOW_BYTES);
    var next = again ? snapshot : SnapshotFlow.towards(theirs, ours);
    return new Outflow(theirs, theirs, granted, underWayBytes, nowMillis, again, next, pace)
        .quietIfCovered(ours);
  }

  Outflow with(SnapshotFlow next) {
    return new Outflow(theirs, cursor, windowBytes, underWayBytes, sendAt, whole, next, pace);
  }

  /// This replica has more. Its own changes go out at once; others wait a moment, since the peer
  /// may get them elsewhere.
  Outflow advanced(Heads ours, ReplicaId own, long nowMillis, long relayAfterMillis) {
    if (HeadsProgress.covers(cursor, ours)) {
      return withSendAt(NEVER);
    }
    var at = ours.seq(own) > cursor.seq(own) ? nowMillis : nowMillis + relayAfterMillis;
    return withSendAt(Math.min(sendAt, at));
  }

  /// Whether to read changes now.
  boolean isDue(long nowMillis) {
    return nowMillis >= sendAt && hasRoom();
  }

  /// When [#isDue] becomes true by itself.
  long deadline() {
    return hasRoom() ? sendAt : NEVER;
  }

  /// A batch was read and goes out.
  Outflow sent(ChangeBatch batch, long bytes, Heads ours, long nowMillis) {
    var underWay = underWayBytes + bytes;
    return new Outflow(
            theirs,
            batch.after(),
            windowBytes,
            underWay,
            sendAt,
            whole,
            snapshot,
            pace.sent(underWay, nowMillis))
        .quietIfCovered(ours);
  }

  /// The store had nothing for this peer.
  Outflow nothingRead() {
    return withSendAt(NEVER);
  }

  /// Nothing is to be sent, and everything that was is confirmed.
  boolean isIdle() {
    return sendAt == NEVER && underWayBytes == 0;
  }

  private boolean hasRoom() {
    return windowBytes > 0
        && (underWayBytes == 0
            || underWayBytes + pace.batchBytes() <= Math.min(windowBytes, pace.limitBytes()));
  }

  private Outflow quietIfCovered(Heads ours) {
    return HeadsProgress.covers(cursor, ours) ? withSendAt(NEVER) : this;
  }

  private Outflow withSendAt(long at) {
    return at == sendAt
        ? this
        : new Outflow(theirs, cursor, windowBytes, underWayBytes, at, whole, snapshot, pace);
  }
}
