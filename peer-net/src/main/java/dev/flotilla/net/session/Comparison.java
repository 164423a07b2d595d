package dev.flotilla.net.session;

/// When to compare states with the peer, and how far that is. Immutable.
///
/// A second after the last thing moved, then ever more rarely while nothing does, and at last not
/// at all until something moves again: what agreed will not differ by itself. While things go on
/// moving, as rarely as at the end: to add up a tag set of a million that grows every second would
/// cost more than its edits.
///
/// @param firstPauseMillis after activity
/// @param seed of the jitter: two sides that compare at the same moment say the same twice
/// @param pauseMillis the pause before [#dueAt]
/// @param dueAt when to say what our state comes to; [#NEVER] until something moves
/// @param latestAt when to say it although things go on moving; [#NEVER] if nothing moved since it
///   was said
/// @param stage how far a difference was followed
/// @param hasSaidEntities whether the peer knows what our differing buckets hold
record Comparison(
    long firstPauseMillis,
    long seed,
    long pauseMillis,
    long dueAt,
    long latestAt,
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
    return new Comparison(
        firstPauseMillis, seed, firstPauseMillis, NEVER, NEVER, Stage.WATCHING, false);
  }

  /// Something moved on either side.
  Comparison active(long nowMillis) {
    var latest = latestAt == NEVER ? nowMillis + firstPauseMillis * LONGEST_PAUSE : latestAt;
    return due(
        watching(),
        firstPauseMillis,
        Math.min(latest, nowMillis + jittered(firstPauseMillis)),
        latest);
  }

  /// The replica was between two states: look again a while later, not at once.
  Comparison postponed(long nowMillis) {
    var soon = nowMillis + jittered(firstPauseMillis);
    return due(watching(), firstPauseMillis, soon, soon);
  }

  private Stage watching() {
    return stage == Stage.SUSPECTING ? Stage.WATCHING : stage;
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
    return new Comparison(firstPauseMillis, seed, pauseMillis, dueAt, latestAt, stage, true);
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
    return due(next, pause, at, NEVER);
  }

  private Comparison due(Stage next, long pause, long at, long latest) {
    return new Comparison(
        firstPauseMillis, seed + GOLDEN, pause, at, latest, next, hasSaidEntities);
  }

  /// 20 % more or less. SplitMix64: good enough for this, and its state is a number.
  private long jittered(long millis) {
    var mixed = (seed ^ (seed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
    var unit = ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    return Math.round(millis * (1 - JITTER + 2 * JITTER * unit));
  }
}
