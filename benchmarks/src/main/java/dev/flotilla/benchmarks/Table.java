package dev.flotilla.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The figures as Markdown.
final class Table {

  private static final String NONE = "–";

  private Table() {}

  /// One row at one size.
  ///
  /// @param nanos time of a step, of each side that has the row
  record Line(String row, int size, Map<Peer, Double> nanos) {

    Line {
      nanos = Map.copyOf(nanos);
    }

    @Override
    public String toString() {
      var unit = Unit.of(nanos.values().stream().max(Double::compare).orElse(0.0));
      return String.format(
          Locale.ROOT,
          "| %s | %s | %s | %s | %s | %s |",
          row,
          grouped(size),
          time(Peer.FLOTILLA, unit),
          time(Peer.PEKKO, unit),
          ratio(),
          unit.symbol);
    }

    private String time(Peer peer, Unit unit) {
      var time = nanos.get(peer);
      return time == null ? NONE : figure(time / unit.nanos);
    }

    private String ratio() {
      var ours = nanos.get(Peer.FLOTILLA);
      var theirs = nanos.get(Peer.PEKKO);
      return ours == null || theirs == null ? NONE : figure(theirs / ours) + " ×";
    }
  }

  static String of(List<Line> lines) {
    var text = new StringBuilder();
    text.append("| step | size | Flotilla | Pekko | times faster | unit |\n");
    text.append("|---|--:|--:|--:|--:|---|\n");
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /// Three significant digits.
  static String figure(double value) {
    if (value >= 100) {
      return grouped(Math.round(value));
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.4f", value);
  }

  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }

  private enum Unit {
    NANOSECONDS("ns", 1),
    MICROSECONDS("µs", 1e3),
    MILLISECONDS("ms", 1e6);

    private final String symbol;
    private final double nanos;

    Unit(String symbol, double nanos) {
      this.symbol = symbol;
      this.nanos = nanos;
    }

    /// The one in which the longer time has at most four digits.
    static Unit of(double nanos) {
      return nanos < 1e4 ? NANOSECONDS : nanos < 1e7 ? MICROSECONDS : MILLISECONDS;
    }
  }
}
