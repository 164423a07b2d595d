package dev.flotilla.app.causality.shiviz;

import dev.flotilla.app.causality.CausalHistory;
import dev.flotilla.app.causality.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// A history as a file that ShiViz loads as it is: the expression that reads it, an empty line,
/// then the events in causal order. See `docs/shiviz.md`.
///
/// A clock says how many changes of each machine the author had seen; what is left out is not
/// counted, so that the clocks of each host are 1, 2, 3 and so on whatever is chosen.
///
/// @see <a href="https://doi.org/10.1145/3375633">Beschastnikh et al. 2020, Visualizing Distributed
///   System Executions</a>
public final class ShivizLog {
  /// What is written of an event.
  public enum Form {
    /// One line: host, clock, words.
    ONE_LINE("(?<host>\\S*) (?<clock>{.*}) (?<event>.*)"),
    /// The words, then a line with host and clock: what ShiViz reads without being told how.
    TWO_LINES("");

    private final String expression;

    Form(String expression) {
      this.expression = expression;
    }

    /// How ShiViz reads it, in JavaScript's syntax; empty for its own way.
    public String expression() {
      return expression;
    }
  }

  private final CausalHistory history;
  private final List<String> hosts;
  private final Form form;

  /// By lane and event, how many events of the lane up to it are written.
  private final int[] count;

  private ShivizLog(CausalHistory history, IntPredicate chosen, Form form) {
    this.history = history;
    this.hosts = Hosts.of(history.lanes());
    this.form = form;
    this.count = new int[history.size()];
    int[] counted = new int[hosts.size()];
    for (int index = 0; index < count.length; index++) {
      int lane = history.lane(index);
      counted[lane] += chosen.test(index) ? 1 : 0;
      count[index] = counted[lane];
    }
  }

  /// The lines of a file, each to be ended by a line feed alone, as JavaScript's dot wants it.
  ///
  /// @param chosen which events are written, by their index
  /// @param words what an event did
  public static List<String> lines(
      CausalHistory history, IntPredicate chosen, Function<Event, String> words, Form form) {
    ShivizLog log = new ShivizLog(history, chosen, form);
    List<String> lines = new ArrayList<>(List.of(form.expression(), ""));
    for (int index = 0; index < history.size(); index++) {
      if (chosen.test(index)) {
        log.write(index, words.apply(history.event(index)), lines);
      }
    }
    return lines;
  }

  private void write(int index, String words, List<String> lines) {
    Event event = history.event(index);
    String text = plain("%s [#%d, %s]".formatted(words, event.number(), event.time()));
    String place = hosts.get(history.lane(index)) + " " + clock(index);
    switch (form) {
      case ONE_LINE -> lines.add(place + " " + text);
      case TWO_LINES -> {
        lines.add(text);
        lines.add(place);
      }
    }
  }

  private String clock(int index) {
    StringJoiner clock = new StringJoiner(",", "{", "}");
    for (int lane = 0; lane < hosts.size(); lane++) {
      int newest = history.seen(index, lane);
      if (newest >= 0 && count[newest] > 0) {
        clock.add("\"" + hosts.get(lane) + "\":" + count[newest]);
      }
    }
    return clock.toString();
  }

  /// Words on one line, without braces: an expression would take them for those of the clock.
  private static String plain(String words) {
    return words
        .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ")
        .replace('{', '(')
        .replace('}', ')')
        .strip();
  }
}
