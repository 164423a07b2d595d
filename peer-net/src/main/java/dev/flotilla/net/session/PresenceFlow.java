package dev.flotilla.net.session;

import dev.flotilla.net.Presence;

/// What both sides of a connection say of what people are about. The last word counts, so nothing
/// queues up; what is not said again is over.
///
/// @param own what we say
/// @param due whether the peer does not know that yet
/// @param saidAt when we said something last
/// @param theirs what the peer says
/// @param heardAt when it said so
/// @param allowance how many more words of the peer are listened to
/// @param countedAt when that was worked out
record PresenceFlow(
    Presence own,
    boolean due,
    long saidAt,
    Presence theirs,
    long heardAt,
    int allowance,
    long countedAt) {
  /// We say so much at most.
  static final long PAUSE_MILLIS = 500;

  /// We say again what goes on, so often.
  static final long REPEAT_MILLIS = 20_000;

  /// What the peer has not said again for so long is over.
  static final long OVER_MILLIS = 60_000;

  /// So many words of a peer are listened to at once, and one more every so often. A peer of this
  /// program never says more.
  static final int ALLOWANCE = 8;

  static final long ALLOWANCE_MILLIS = 250;

  /// Nobody is about anything.
  static PresenceFlow startingAt(long nowMillis) {
    return new PresenceFlow(
        Presence.NOTHING,
        false,
        nowMillis - PAUSE_MILLIS,
        Presence.NOTHING,
        nowMillis,
        ALLOWANCE,
        nowMillis);
  }

  PresenceFlow announced(Presence next) {
    return next.equals(own)
        ? this
        : new PresenceFlow(next, true, saidAt, theirs, heardAt, allowance, countedAt);
  }

  PresenceFlow said(long nowMillis) {
    return new PresenceFlow(own, false, nowMillis, theirs, heardAt, allowance, countedAt);
  }

  /// The peer says something. What is too much is not listened to; it will say it again.
  PresenceFlow heard(Presence next, long nowMillis) {
    long earned = (nowMillis - countedAt) / ALLOWANCE_MILLIS;
    int left = (int) Math.min(ALLOWANCE, allowance + earned);
    long counted = left == ALLOWANCE ? nowMillis : countedAt + earned * ALLOWANCE_MILLIS;
    return left == 0
        ? this
        : new PresenceFlow(own, due, saidAt, next, nowMillis, left - 1, counted);
  }

  PresenceFlow over() {
    return new PresenceFlow(own, due, saidAt, Presence.NOTHING, heardAt, allowance, countedAt);
  }

  boolean isDue(long nowMillis) {
    return nowMillis >= sayAt();
  }

  boolean isOver(long nowMillis) {
    return nowMillis >= overAt();
  }

  long deadline() {
    return Math.min(sayAt(), overAt());
  }

  private long sayAt() {
    if (due) {
      return saidAt + PAUSE_MILLIS;
    }
    return own.isSomething() ? saidAt + REPEAT_MILLIS : Long.MAX_VALUE;
  }

  private long overAt() {
    return theirs.isSomething() ? heardAt + OVER_MILLIS : Long.MAX_VALUE;
  }
}
