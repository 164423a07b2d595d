package dev.flotilla.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Figures of both sides as Markdown.
record Table(String title, String ratio, List<Line> lines) {

  private static final String NONE = "–";

  Table {
    lines = List.copyOf(lines);
  }

  /// One row at one size. Less is better.
  ///
  /// @param figures of each side that has the row
  record Line(String row, int size, Map<Peer, Double> figures, Scale scale) {

    Line {
      figures = Map.copyOf(figures);
    }

    /// Whether both sides have the row.
    boolean isComparison() {
      return figures.size() == Peer.values().length;
    }

    @Override
    public String toString() {
      var unit = scale.unit(figures.values().stream().max(Double::compare).orElse(0.0));
      return String.format(
          Locale.ROOT,
          "| %s | %s | %s | %s | %s | %s |",
          row,
          grouped(size),
          figure(Peer.FLOTILLA, unit),
          figure(Peer.PEKKO, unit),
          ratio(),
          unit.symbol());
    }

    private String figure(Peer peer, Scale.Unit unit) {
      var figure = figures.get(peer);
      return figure == null ? NONE : digits(figure / unit.size());
    }

    private String ratio() {
      var ours = figures.get(Peer.FLOTILLA);
      var theirs = figures.get(Peer.PEKKO);
      return ours == null || theirs == null ? NONE : digits(theirs / ours) + " ×";
    }
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    text.append(String.format("| %s | size | Flotilla | Pekko | %s | unit |%n", title, ratio));
    text.append("|---|--:|--:|--:|--:|---|\n");
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /// Three significant digits.
  private static String digits(double value) {
    if (value >= 100) {
      return grouped(Math.round(value));
    }
    var format = value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : value >= 0.1 ? "%.3f" : "%.4f";
    return String.format(Locale.ROOT, format, value);
  }

  /// With thin spaces between thousands.
  private static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }
}
