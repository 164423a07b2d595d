package dev.flotilla.app.desktop.text;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.value.ObservableValue;

/// Points in time as people say them: near ones relative, far ones as a date, exact on demand.
public final class Moments {
  private static final Duration JUST_NOW = Duration.ofSeconds(45);
  private static final Duration MINUTES = Duration.ofMinutes(60);
  private static final Duration HOURS = Duration.ofHours(24);
  private static final Duration DAYS = Duration.ofDays(7);

  private final Texts texts;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ReadOnlyLongWrapper passed = new ReadOnlyLongWrapper();

  public Moments(Texts texts, InstantSource clock, ZoneId zone) {
    this.texts = texts;
    this.clock = clock;
    this.zone = zone;
  }

  /// For example "5 min ago"; "in the future" is said where a clock is ahead of ours.
  public String relative(Instant moment) {
    return isAhead(moment) ? texts.of("time.ahead", exact(moment)) : passed(moment);
  }

  /// The same where there is little room: of a clock that is ahead only that.
  public String brief(Instant moment) {
    return isAhead(moment) ? texts.of("time.ahead.brief") : passed(moment);
  }

  private boolean isAhead(Instant moment) {
    return Duration.between(moment, clock.instant()).compareTo(JUST_NOW.negated()) < 0;
  }

  private String passed(Instant moment) {
    Duration age = Duration.between(moment, clock.instant());
    if (age.compareTo(JUST_NOW) < 0) {
      return texts.of("time.now");
    }
    if (age.compareTo(MINUTES) < 0) {
      return texts.of("time.minutes", Math.max(1, age.toMinutes()));
    }
    if (age.compareTo(HOURS) < 0) {
      return texts.of("time.hours", age.toHours());
    }
    if (age.compareTo(DAYS) < 0) {
      return texts.of("time.days", age.toDays());
    }
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(texts.locale())
        .format(moment.atZone(zone));
  }

  /// The clock that all of this is told by.
  public InstantSource clock() {
    return clock;
  }

  /// In which days begin and end.
  public ZoneId zone() {
    return zone;
  }

  /// The same text, renewed whenever time has passed. Thread: FX.
  public ObservableValue<String> live(Instant moment) {
    return passed.map(_ -> relative(moment));
  }

  /// The same of [#brief]. Thread: FX.
  public ObservableValue<String> liveBrief(Instant moment) {
    return passed.map(_ -> brief(moment));
  }

  /// Brings every live text up to date; the owner of the window calls this now and then. Thread:
  /// FX.
  public void timePassed() {
    passed.set(passed.get() + 1);
  }

  /// Changes whenever time has passed. Thread: FX.
  public ReadOnlyLongProperty passedProperty() {
    return passed.getReadOnlyProperty();
  }

  /// The day: today, yesterday, or its date.
  public String day(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    if (day.equals(today)) {
      return texts.of("time.today");
    }
    return day.equals(today.minusDays(1))
        ? texts.of("time.yesterday")
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(texts.locale())
            .format(day);
  }

  /// Hours and minutes.
  public String timeOfDay(Instant moment) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(texts.locale())
        .format(moment.atZone(zone));
  }

  /// When a day begins here.
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /// Date and time to the second.
  public String exact(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(texts.locale())
        .format(moment.atZone(zone));
  }
}
