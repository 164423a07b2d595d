package dev.flotilla.app.cli.print;

import dev.flotilla.crdt.time.HybridTimestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// When something happened: for people in their own zone, for machines in UTC with milliseconds.
public final class Moments {
  private static final DateTimeFormatter PEOPLE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MACHINES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter ANYWHERE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private Moments() {}

  /// For example `2026-11-21 14:05:09`.
  public static String text(HybridTimestamp at) {
    return PEOPLE.withZone(ZoneId.systemDefault()).format(Instant.ofEpochMilli(at.wallMillis()));
  }

  /// For people who may read it elsewhere: `2026-11-21 13:05:09 UTC`.
  public static String anywhere(HybridTimestamp at) {
    return ANYWHERE.format(Instant.ofEpochMilli(at.wallMillis()));
  }

  /// For example `2026-11-21T13:05:09.120Z`.
  public static String json(HybridTimestamp at) {
    return MACHINES.format(Instant.ofEpochMilli(at.wallMillis()));
  }
}
