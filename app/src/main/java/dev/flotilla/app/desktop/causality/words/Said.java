package dev.flotilla.app.desktop.causality.words;

import dev.flotilla.app.desktop.text.Moments;
import dev.flotilla.app.desktop.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// Lists, spans and times as parts of sentences.
final class Said {
  private static final int NAMES_MAX = 4;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOURS = Duration.ofMinutes(90);
  private static final Duration DAYS = Duration.ofHours(36);

  private final Texts texts;
  private final Moments moments;

  Said(Texts texts, Moments moments) {
    this.texts = texts;
    this.moments = moments;
  }

  /// "a, b and c"; of many only the first are named.
  String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    boolean isLong = names.size() > NAMES_MAX;
    List<String> before = names.subList(0, isLong ? NAMES_MAX - 1 : names.size() - 1);
    String last = isLong ? texts.of("seen.more", names.size() - before.size()) : names.getLast();
    return texts.of("seen.and", String.join(", ", before), last);
  }

  /// For example "26 min".
  String span(Duration span) {
    if (span.compareTo(MINUTE) < 0) {
      return texts.of("seen.span.seconds", span.toSeconds());
    }
    if (span.compareTo(HOURS) < 0) {
      return texts.of("seen.span.minutes", span.toMinutes());
    }
    return span.compareTo(DAYS) < 0
        ? texts.of("seen.span.hours", span.plusMinutes(30).toHours())
        : texts.of("seen.span.days", span.plusHours(12).toDays());
  }

  /// The time of day, with the date unless it is today.
  String time(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, moments.zone());
    String time = moments.timeOfDay(moment);
    if (day.equals(LocalDate.ofInstant(moments.clock().instant(), moments.zone()))) {
      return time;
    }
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(texts.locale())
            .format(day);
    return texts.of("seen.date", date, time);
  }
}
