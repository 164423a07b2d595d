package dev.flotilla.net;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How values of one kind are written, and which are allowed.
///
/// @param <T> the kind
interface SettingForm<T> {
  /// The value that a text stands for; empty if it stands for none that is allowed.
  Optional<T> read(String text);

  /// The text that [#read] turns into `value`.
  String write(T value);

  /// Whether a setting may have this value.
  boolean allows(T value);

  /// What is allowed, after "takes".
  String allowed();

  /// A whole number.
  record Whole(int min, int max) implements SettingForm<Integer> {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    @Override
    public Optional<Integer> read(String text) {
      return DIGITS.matcher(text).matches()
          ? Optional.of(Integer.valueOf(text)).filter(this::allows)
          : Optional.empty();
    }

    @Override
    public String write(Integer value) {
      return value.toString();
    }

    @Override
    public boolean allows(Integer value) {
      return value >= min && value <= max;
    }

    @Override
    public String allowed() {
      return "a whole number from %d to %d".formatted(min, max);
    }
  }

  /// A time, as a number and its unit.
  record Span(Duration min, Duration max) implements SettingForm<Duration> {
    @Override
    public Optional<Duration> read(String text) {
      return Units.TIMES.read(text).map(Duration::ofMillis).filter(this::allows);
    }

    @Override
    public String write(Duration value) {
      return Units.TIMES.write(value.toMillis());
    }

    @Override
    public boolean allows(Duration value) {
      return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    @Override
    public String allowed() {
      return "a time from %s to %s".formatted(write(min), write(max));
    }
  }

  /// A time that may also be `never`.
  record SpanOrNever(Span span) implements SettingForm<Optional<Duration>> {
    private static final String NEVER = "never";

    @Override
    public Optional<Optional<Duration>> read(String text) {
      var read = span.read(text);
      return read.isPresent() || text.equals(NEVER) ? Optional.of(read) : Optional.empty();
    }

    @Override
    public String write(Optional<Duration> value) {
      return value.map(span::write).orElse(NEVER);
    }

    @Override
    public boolean allows(Optional<Duration> value) {
      return value.isEmpty() || span.allows(value.get());
    }

    @Override
    public String allowed() {
      return span.allowed() + ", or " + NEVER;
    }
  }

  /// An amount of memory, as a number and its unit.
  record Size(long min, long max) implements SettingForm<Long> {
    @Override
    public Optional<Long> read(String text) {
      return Units.SIZES.read(text).filter(this::allows);
    }

    @Override
    public String write(Long value) {
      return Units.SIZES.write(value);
    }

    @Override
    public boolean allows(Long value) {
      return value >= min && value <= max;
    }

    @Override
    public String allowed() {
      return "a size from %s to %s".formatted(write(min), write(max));
    }
  }

  /// One of a few words.
  record OneOf<E extends Enum<E>>(Class<E> words) implements SettingForm<E> {
    @Override
    public Optional<E> read(String text) {
      return Arrays.stream(words.getEnumConstants())
          .filter(word -> write(word).equals(text))
          .findFirst();
    }

    @Override
    public String write(E value) {
      return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean allows(E value) {
      return true;
    }

    @Override
    public String allowed() {
      return Arrays.stream(words.getEnumConstants())
          .map(this::write)
          .collect(Collectors.joining(" or "));
    }
  }

  /// Names with commas between them, or nothing.
  record Names(int most) implements SettingForm<List<String>> {
    private static final Pattern NAME = Pattern.compile("[^,*\\p{C}]{1,64}\\*?|\\*");

    @Override
    public Optional<List<String>> read(String text) {
      return text.isEmpty()
          ? Optional.of(List.of())
          : Optional.of(Arrays.stream(text.split(",", -1)).map(String::strip).toList())
              .filter(this::allows);
    }

    @Override
    public String write(List<String> value) {
      return String.join(", ", value);
    }

    @Override
    public boolean allows(List<String> value) {
      return value.size() <= most && value.stream().allMatch(name -> NAME.matcher(name).matches());
    }

    @Override
    public String allowed() {
      return "at most %d names with commas between them; * at the end of one stands for anything"
          .formatted(most);
    }
  }

  /// Numbers with units, the smallest first.
  record Units(Map<String, Long> units, String smallest) {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9})\\s*([A-Za-z]*)");

    static final Units TIMES =
        of(
            "ms",
            Map.entry("s", 1_000L),
            Map.entry("min", 60_000L),
            Map.entry("h", 3_600_000L),
            Map.entry("d", 86_400_000L));

    static final Units SIZES =
        of("B", Map.entry("KiB", 1L << 10), Map.entry("MiB", 1L << 20), Map.entry("GiB", 1L << 30));

    @SafeVarargs
    private static Units of(String smallest, Map.Entry<String, Long>... larger) {
      var units = new java.util.LinkedHashMap<String, Long>();
      units.put(smallest, 1L);
      for (var unit : larger) {
        units.put(unit.getKey(), unit.getValue());
      }
      return new Units(units, smallest);
    }

    Optional<Long> read(String text) {
      var match = NUMBER_AND_UNIT.matcher(text);
      if (!match.matches()) {
        return Optional.empty();
      }
      var number = Long.parseLong(match.group(1));
      return number == 0 && match.group(2).isEmpty()
          ? Optional.of(0L)
          : Optional.ofNullable(units.get(match.group(2))).map(unit -> number * unit);
    }

    /// With the greatest unit that leaves a whole number.
    String write(long amount) {
      var best = amount + " " + smallest;
      for (var unit : units.entrySet()) {
        if (amount != 0 && amount % unit.getValue() == 0) {
          best = amount / unit.getValue() + " " + unit.getKey();
        }
      }
      return best;
    }
  }
}
