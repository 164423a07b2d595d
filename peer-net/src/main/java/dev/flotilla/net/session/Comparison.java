package dev.flotilla.net.session;

/// When to compare states with the peer, and how far that is. Immutable.
///
/// A second after something moved, then ever more rarely while nothing does, and at last not at all
/// until something moves again: what agreed will not differ by itself.
///
/// @param firstPauseMillis after activity
/// @param seed of the jitter: two sides that compare at the same moment say the same twice
/// @param pauseMillis the pause before [#dueAt]
/// @param dueAt when to say what our state comes to; [#NEVER] until something moves
/// @param stage how far a difference was followed
/// @param hasSaidEntities whether the peer knows what our differing buckets hold
record Comparison(
    long firstPauseMillis,
    long seed,
    long pauseMillis,
    long dueAt,
    Stage stage,
    boolean hasSaidEntities) {
  /// What was found so far.
  enum Stage {
    /// No difference.
    WATCHING,
    /// The digests differ; buckets and entities are exchanged.
    SUSPECTING,
    /// The state is built again from the log.
    REPAIRING,
    /// It was. A second difference on this connection is for people.
    REPAIRED,
    /// The states differ although both were built from the log. Nothing is compared any more.
    GIVEN_UP
  }

  static final long NEVER = Long.MAX_VALUE;

  /// How much longer than the first pause the last one may be.
  static final long LONGEST_PAUSE = 30;

  static final long AFTER_MISMATCH_MILLIS = 250;

  private static final double JITTER = 0.2;
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  static Comparison every(long firstPauseMillis, long seed) {
    return new Comparison(firstPauseMillis, seed, firstPauseMillis, NEVER, Stage.WATCHING, false);
  }

  /// Something moved on either side.
  Comparison active(long nowMillis) {
    var next = stage == Stage.SUSPECTING ? Stage.WATCHING : stage;
    return due(next, firstPauseMillis, Math.min(dueAt, nowMillis + jittered(firstPauseMillis)));
  }

  /// The replica was between two states: look again a while later, not at once.
  Comparison postponed(long nowMillis) {
    var next = stage == Stage.SUSPECTING ? Stage.WATCHING : stage;
    return due(next, firstPauseMillis, nowMillis + jittered(firstPauseMillis));
  }

  /// One of the two sides has said its digest, and nothing spoke against it.
  Comparison passed(long nowMillis) {
    var longer = pauseMillis + pauseMillis / 2;
    return due(
        stage,
        longer,
        longer / LONGEST_PAUSE >= firstPauseMillis ? NEVER : nowMillis + jittered(longer));
  }

  Comparison suspecting() {
    return due(Stage.SUSPECTING, firstPauseMillis, NEVER);
  }

  Comparison repairing() {
    return due(Stage.REPAIRING, firstPauseMillis, NEVER);
  }

  Comparison repaired(long nowMillis) {
    return due(Stage.REPAIRED, firstPauseMillis, nowMillis + jittered(AFTER_MISMATCH_MILLIS));
  }

  Comparison givenUp() {
    return due(Stage.GIVEN_UP, firstPauseMillis, NEVER);
  }

  Comparison withEntitiesSaid() {
    return new Comparison(firstPauseMillis, seed, pauseMillis, dueAt, stage, true);
  }

  boolean isDue(long nowMillis) {
    return nowMillis >= deadline();
  }

  long deadline() {
    return isListening() ? dueAt : NEVER;
  }

  /// Whether a digest of the peer means something now.
  boolean isListening() {
    return stage == Stage.WATCHING || stage == Stage.REPAIRED;
  }

  private Comparison due(Stage next, long pause, long at) {
    return new Comparison(firstPauseMillis, seed + GOLDEN, pause, at, next, hasSaidEntities);
  }

  /// 20 % more or less. SplitMix64: good enough for this, and its state is a number.
  private long jittered(long millis) {
    var mixed = (seed ^ (seed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    var unit = ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    return Math.round(millis * (1 - JITTER + 2 * JITTER * unit));
  }
}
