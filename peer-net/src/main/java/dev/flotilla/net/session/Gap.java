package dev.flotilla.net.session;

/// What the peer has and this side lacks, and when to ask for it again: changes that came too early
/// and were dropped do not come by themselves a second time. Immutable.
///
/// While the gap shrinks nothing is asked; a gap that stays is asked for after two seconds, then
/// after twice as long each time, since it may stay for ever: a replica refuses one of two
/// histories.
///
/// @param missing changes, the least since we asked; 0 for none
/// @param askAt when to ask again; [#NEVER] if nothing is missing
/// @param pauseMillis how long to wait before that
record Gap(long missing, long askAt, long pauseMillis) {
  static final long NEVER = Long.MAX_VALUE;
  static final long FIRST_PAUSE_MILLIS = 2_000;
  static final long LONGEST_PAUSE_MILLIS = 600_000;

  static final Gap NONE = new Gap(0, NEVER, FIRST_PAUSE_MILLIS);

  /// So many changes are missing now.
  Gap seen(long changes, long nowMillis) {
    if (changes == 0) {
      return NONE;
    }
    if (missing == 0 || changes < missing) {
      return new Gap(changes, nowMillis + FIRST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS);
    }
    return this;
  }

  boolean isDue(long nowMillis) {
    return nowMillis >= askAt;
  }

  /// It was asked for.
  Gap asked(long nowMillis) {
    var longer = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    return new Gap(missing, nowMillis + longer, longer);
  }
}
