package dev.flotilla.net.session;

/// When the peer was last heard, and when we last asked for a sign of life. Immutable.
record Heartbeat(SessionLimits limits, long heardAt, long askedAt, long token) {
  static Heartbeat startingAt(long nowMillis, SessionLimits limits) {
    return new Heartbeat(limits, nowMillis, nowMillis, 0);
  }

  Heartbeat heard(long nowMillis) {
    return new Heartbeat(limits, nowMillis, askedAt, token);
  }

  Heartbeat asked(long nowMillis) {
    return new Heartbeat(limits, heardAt, nowMillis, (token + 1) & 0xffff_ffffL);
  }

  boolean shouldAsk(long nowMillis) {
    return nowMillis >= askAt();
  }

  boolean isDead(long nowMillis) {
    return nowMillis >= deadAt();
  }

  long askAt() {
    return Math.max(heardAt, askedAt) + limits.pingAfterMillis();
  }

  long deadAt() {
    return heardAt + limits.deadAfterMillis();
  }
}
