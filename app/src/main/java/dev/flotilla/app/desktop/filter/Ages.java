package dev.flotilla.app.desktop.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;

/// What may stand behind `changed:`: `<7d` (within the last seven days), `>30d`, a day, a range of
/// days `2026-11-01..2026-11-21` with one end left open if wanted, `today`, `yesterday`.
final class Ages {
  private static final java.util.regex.Pattern AGE =
      java.util.regex.Pattern.compile("([<>]?)=?(\\d{1,6})(m|h|d|w|mo|y)");
  private static final java.util.regex.Pattern BEGINNING =
      java.util.regex.Pattern.compile("[<>]?=?[\\d.-]*m?");
  private static final String RANGE = "..";

  private Ages() {}

  /// What `text` means on the day `today`; none if it is no time.
  static Optional<Term> parse(String text, LocalDate today) {
    if (text.equalsIgnoreCase("today")) {
      return day(today);
    }
    if (text.equalsIgnoreCase("yesterday")) {
      return day(today.minusDays(1));
    }
    Matcher age = AGE.matcher(text);
    if (age.matches()) {
      long count = Long.parseLong(age.group(2));
      return Optional.of(new Term.Age(!age.group(1).equals(">"), unit(age.group(3), count)));
    }
    int range = text.indexOf(RANGE);
    try {
      if (range < 0) {
        return day(LocalDate.parse(text));
      }
      return Optional.of(
          new Term.Days(
              end(text.substring(0, range)), end(text.substring(range + RANGE.length()))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Whether something could follow that makes a time of it.
  static boolean canBegin(String text) {
    return BEGINNING.matcher(text).matches()
        || "today".startsWith(text)
        || "yesterday".startsWith(text);
  }

  private static Optional<Term> day(LocalDate day) {
    return Optional.of(new Term.Days(Optional.of(day), Optional.of(day)));
  }

  private static Optional<LocalDate> end(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private static Duration unit(String unit, long count) {
    return switch (unit) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "w" -> Duration.ofDays(7 * count);
      case "mo" -> Duration.ofDays(30 * count);
      case "y" -> Duration.ofDays(365 * count);
      default -> Duration.ofDays(count);
    };
  }
}
