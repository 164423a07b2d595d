package dev.flotilla.net;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a person may set for a node, in the file `settings.properties` of its home; read once, when
/// the node is opened. Immutable. `docs/settings.md` has a reason for each default.
///
/// @param batchSize how many pieces of work, edits or deliveries, one transaction takes at most
/// @param batchWindow how long the first of them waits for more
/// @param compression what is done to frames that this node sends
/// @param syncInterval how soon peers compare what they have after something happened; longer and
///   longer while nothing does
/// @param peersMaximum connections that a workspace keeps at once
/// @param cleanupInterval how often fields of deleted entities are looked for that nobody needs
/// @param memoryLimitBytes what the node may take, queues and caches included
/// @param interfaces on which the node meets others
/// @param archiveAfter the age at which changes that all members have leave the log for the
///   archive; empty: never
public record Settings(
    int batchSize,
    Duration batchWindow,
    Compression compression,
    Duration syncInterval,
    int peersMaximum,
    Duration cleanupInterval,
    long memoryLimitBytes,
    InterfaceNames interfaces,
    Optional<Duration> archiveAfter) {
  static final Setting<Integer> BATCH_SIZE =
      new Setting<>("batch.size", 100, new SettingForm.Whole(1, 10_000), Settings::batchSize);

  static final Setting<Duration> BATCH_WINDOW =
      new Setting<>(
          "batch.window",
          Duration.ZERO,
          new SettingForm.Span(Duration.ZERO, Duration.ofMillis(50)),
          Settings::batchWindow);

  static final Setting<Compression> COMPRESSION =
      new Setting<>(
          "compression",
          Compression.LZ4,
          new SettingForm.OneOf<>(Compression.class),
          Settings::compression);

  static final Setting<Duration> SYNC_INTERVAL =
      new Setting<>(
          "sync.interval",
          Duration.ofSeconds(1),
          new SettingForm.Span(Duration.ofMillis(100), Duration.ofMinutes(10)),
          Settings::syncInterval);

  static final Setting<Integer> PEERS_MAXIMUM =
      new Setting<>("peers.maximum", 128, new SettingForm.Whole(1, 1_024), Settings::peersMaximum);

  static final Setting<Duration> CLEANUP_INTERVAL =
      new Setting<>(
          "cleanup.interval",
          Duration.ofMinutes(10),
          new SettingForm.Span(Duration.ofSeconds(1), Duration.ofDays(1)),
          Settings::cleanupInterval);

  static final Setting<Long> MEMORY_LIMIT =
      new Setting<>(
          "memory.limit",
          384L << 20,
          new SettingForm.Size(64L << 20, 64L << 30),
          Settings::memoryLimitBytes);

  static final Setting<List<String>> INTERFACES_ALLOW =
      new Setting<>(
          "interfaces.allow",
          List.of(),
          new SettingForm.Names(32),
          settings -> settings.interfaces().allowed());

  static final Setting<List<String>> INTERFACES_DENY =
      new Setting<>(
          "interfaces.deny",
          List.of(),
          new SettingForm.Names(32),
          settings -> settings.interfaces().denied());

  static final Setting<Optional<Duration>> ARCHIVE_AFTER =
      new Setting<>(
          "history.archive-after",
          Optional.empty(),
          new SettingForm.SpanOrNever(
              new SettingForm.Span(Duration.ofDays(1), Duration.ofDays(3_650))),
          Settings::archiveAfter);

  /// Every setting, in the order in which people read them.
  public static final List<Setting<?>> ALL =
      List.of(
          BATCH_SIZE,
          BATCH_WINDOW,
          COMPRESSION,
          SYNC_INTERVAL,
          PEERS_MAXIMUM,
          CLEANUP_INTERVAL,
          MEMORY_LIMIT,
          INTERFACES_ALLOW,
          INTERFACES_DENY,
          ARCHIVE_AFTER);

  /// What holds if nobody sets anything.
  public static final Settings DEFAULT =
      new Settings(
          BATCH_SIZE.byDefault(),
          BATCH_WINDOW.byDefault(),
          COMPRESSION.byDefault(),
          SYNC_INTERVAL.byDefault(),
          PEERS_MAXIMUM.byDefault(),
          CLEANUP_INTERVAL.byDefault(),
          MEMORY_LIMIT.byDefault(),
          InterfaceNames.NONE,
          ARCHIVE_AFTER.byDefault());

  /// @throws IllegalArgumentException with a sentence if a value is not allowed
  public Settings {
    BATCH_SIZE.require(batchSize);
    BATCH_WINDOW.require(batchWindow);
    SYNC_INTERVAL.require(syncInterval);
    PEERS_MAXIMUM.require(peersMaximum);
    CLEANUP_INTERVAL.require(cleanupInterval);
    MEMORY_LIMIT.require(memoryLimitBytes);
    INTERFACES_ALLOW.require(interfaces.allowed());
    INTERFACES_DENY.require(interfaces.denied());
    ARCHIVE_AFTER.require(archiveAfter);
  }

  /// Settings as the file has them; see [SettingsFile].
  ///
  /// @throws SettingsException with a sentence that names the line
  public static Settings parse(String text) throws SettingsException {
    return SettingsFile.parse(text).settings();
  }
}
