package dev.flotilla.app.cli.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A point in time as people write it: a day or a time of day in their own zone, a moment of any
/// zone, or how long ago.
final class MomentConverter implements ITypeConverter<Instant> {
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhdw])");

  @Override
  public Instant convert(String text) {
    var ago = AGO.matcher(text);
    if (ago.matches()) {
      return Instant.now().minus(length(Long.parseLong(ago.group(1)), ago.group(2).charAt(0)));
    }
    var zone = ZoneId.systemDefault();
    var spaced = text.replace(' ', 'T');
    return read(spaced, t -> LocalDate.parse(t).atStartOfDay(zone).toInstant())
        .or(() -> read(spaced, t -> LocalDateTime.parse(t).atZone(zone).toInstant()))
        .or(() -> read(spaced, t -> OffsetDateTime.parse(t).toInstant()))
        .orElseThrow(() ->
            new TypeConversionException(
                "'"
                    + text
                    + "' is no time; write 2026-11-21, 2026-11-21T14:05, 2026-11-21T13:05Z, or"
                    + " how long ago, such as 30m, 2h, 3d or 1w"));
  }

  private static Duration length(long count, char unit) {
    return switch (unit) {
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      case 'd' -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }

  private static Optional<Instant> read(String text, Function<String, Instant> reading) {
    try {
      return Optional.of(reading.apply(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
