package dev.flotilla.app.causality.shiviz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file as ShiViz does (its `shiviz.js`, `parser.js`, `modelGraph.js`): the first line is
/// the expression, if there is one, the second separates executions, and clocks are checked.
public final class ReadByShiviz {
  /// What ShiViz takes if the first line is empty, as its input page says.
  public static final String DEFAULT = "(?<event>.*)\\n(?<host>\\S*) (?<clock>{.*})";

  /// One event of a log.
  public record Logged(String host, Map<String, Long> clock, String event) {
    /// Whether the author of the other had seen this one.
    public boolean isBefore(Logged other) {
      return !equals(other) && other.clock.getOrDefault(host, 0L) >= own();
    }

    long own() {
      return clock.getOrDefault(host, 0L);
    }
  }

  private ReadByShiviz() {}

  /// What a file holds, in its own order.
  public static List<Logged> file(String file) {
    String expression = file.substring(0, file.indexOf('\n'));
    String rest = file.substring(file.indexOf('\n') + 1);
    assertThat(rest).startsWith("\n");
    return parsed(rest.substring(1), expression.isBlank() ? DEFAULT : expression);
  }

  /// What an expression finds in a log. JavaScript takes a brace as it is, Java does not.
  public static List<Logged> parsed(String log, String expression) {
    Pattern pattern = Pattern.compile(expression.replace("{", "\\{"), Pattern.MULTILINE);
    Matcher matcher = pattern.matcher(log.strip());
    List<Logged> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(
          new Logged(matcher.group("host"), clock(matcher.group("clock")), matcher.group("event")));
    }
    return found;
  }

  private static Map<String, Long> clock(String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    Map<String, Long> clock = new HashMap<>();
    node.properties().forEach(entry -> clock.put(entry.getKey(), entry.getValue().longValue()));
    assertThat(clock).hasSameSizeAs(node.propertyNames());
    return clock;
  }

  /// Fails as ShiViz would: a host counts 1, 2, 3 and so on, a clock names only events that are
  /// there, and is the highest of its parents with one more of its own.
  public static void checkClocks(List<Logged> log) {
    Map<String, List<Logged>> byHost = new HashMap<>();
    for (Logged logged : log) {
      List<Logged> own = byHost.computeIfAbsent(logged.host(), _ -> new ArrayList<>());
      own.add(logged);
      assertThat(logged.own()).as("own count of %s", logged).isEqualTo(own.size());
    }
    for (Logged logged : log) {
      Map<String, Long> highest = new HashMap<>(Map.of(logged.host(), logged.own()));
      logged
          .clock()
          .forEach((host, count) -> {
            assertThat(byHost).as("hosts of %s", logged).containsKey(host);
            assertThat(count).isBetween(1L, (long) byHost.get(host).size());
            long before = host.equals(logged.host()) ? count - 1 : count;
            if (before > 0) {
              byHost
                  .get(host)
                  .get((int) before - 1)
                  .clock()
                  .forEach((other, of) -> highest.merge(other, of, Math::max));
            }
          });
      assertThat(logged.clock()).as("clock of %s", logged).isEqualTo(highest);
    }
  }
}
