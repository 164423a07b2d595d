package dev.flotilla.app.cli.print;

import dev.flotilla.app.exchange.CsvGuard;
import dev.flotilla.crdt.Dot;
import dev.flotilla.model.Operation;
import dev.flotilla.model.Slot;
import dev.flotilla.model.Value;
import dev.flotilla.net.node.LogEntry;
import dev.flotilla.net.node.LogPage;
import dev.flotilla.net.node.LogQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// History as lines of text that other programs read: documented in `docs/cli.md` and stable.
public final class LogLines {
  private static final int PAGE = 500;

  private static final List<String> COLUMNS =
      List.of(
          "at", "device", "replica", "seq", "message", "entity", "key", "field", "before", "value");

  // A number may begin with a sign without being a formula.
  private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

  private LogLines() {}

  /// The forms of a line.
  public enum Format {
    /// A change a line, as a JSON object.
    JSON_LINES,
    /// Comma-separated values: a line for each thing that a change did, the first names the
    /// columns.
    CSV
  }

  /// Where changes come from.
  ///
  /// @param pages of the history
  /// @param written what operations wrote
  public record Source(
      Function<LogQuery, LogPage> pages, Function<Collection<Dot>, Map<Dot, Value>> written) {}

  /// Hands over everything that the query asks for, whatever its limit, newest first.
  ///
  /// @param on is told how many changes were written, and says whether to go on
  /// @return how many changes were written
  public static long copy(
      Source source, LogQuery query, Format format, Consumer<String> lines, LongPredicate on) {
    if (format == Format.CSV) {
      lines.accept(String.join(",", COLUMNS));
    }
    long count = 0;
    var at = paged(query);
    while (on.test(count)) {
      LogPage page = source.pages().apply(at);
      Map<Dot, Value> written = source.written().apply(replaced(page.entries()));
      for (LogEntry entry : page.entries()) {
        of(entry, written, format).forEach(lines);
      }
      count += page.entries().size();
      if (page.next().isEmpty()) {
        return count;
      }
      at = at.behind(page.next().get());
    }
    return count;
  }

  /// The lines of some changes.
  public static List<String> of(List<LogEntry> entries, Source source, Format format) {
    Map<Dot, Value> written = source.written().apply(replaced(entries));
    Stream<String> head =
        format == Format.CSV ? Stream.of(String.join(",", COLUMNS)) : Stream.empty();
    return Stream.concat(
            head, entries.stream().flatMap(entry -> of(entry, written, format).stream()))
        .toList();
  }

  /// The same by pages, whatever its limit.
  static LogQuery paged(LogQuery query) {
    return new LogQuery(
        PAGE,
        0,
        query.entity(),
        query.authors(),
        query.from(),
        query.until(),
        query.text(),
        query.behind());
  }

  private static Set<Dot> replaced(List<LogEntry> entries) {
    Set<Dot> dots = new TreeSet<>();
    for (LogEntry entry : entries) {
      for (Operation operation : entry.operations()) {
        if (operation instanceof Operation.Write write) {
          dots.addAll(write.supersedes());
        }
      }
    }
    return dots;
  }

  private static List<String> of(LogEntry entry, Map<Dot, Value> written, Format format) {
    return switch (format) {
      case JSON_LINES -> List.of(json(entry, written).toString());
      case CSV ->
          entry.operations().stream()
              .flatMap(operation -> cells(entry, operation, written))
              .map(LogLines::line)
              .toList();
    };
  }

  private static ObjectNode json(LogEntry entry, Map<Dot, Value> written) {
    ObjectNode node = LogPrint.json(entry);
    ArrayNode operations = (ArrayNode) node.get("operations");
    for (int i = 0; i < entry.operations().size(); i++) {
      if (entry.operations().get(i) instanceof Operation.Write write) {
        ArrayNode before = ((ObjectNode) operations.get(i)).putArray("before");
        before(write, written).forEach(value -> before.add(Values.json(value)));
      }
    }
    return node;
  }

  private static List<Value> before(Operation.Write write, Map<Dot, Value> written) {
    return write.supersedes().stream()
        .filter(written::containsKey)
        .map(written::get)
        .distinct()
        .toList();
  }

  private static Stream<List<String>> cells(
      LogEntry entry, Operation operation, Map<Dot, Value> written) {
    List<String> of =
        switch (operation) {
          case Operation.OpenReplica open -> List.of("open-replica", "", "", "", open.deviceName());
          case Operation.FoundWorkspace found ->
              List.of("found-workspace", "", "", "", found.name());
          case Operation.AdmitMember admit ->
              List.of("admit-member", admit.name(), "", "", FlagJson.word(admit.role()));
          case Operation.Unknown unknown ->
              List.of("unknown", "", "", "", String.valueOf(unknown.type()));
          case Operation.Write write -> cells(write, before(write, written));
        };
    return of.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Stream.concat(
                    Stream.of(
                        Moments.json(entry.at()),
                        entry.deviceName(),
                        entry.author().toString(),
                        String.valueOf(entry.seq()),
                        entry.message()),
                    of.stream())
                .toList());
  }

  /// None if it only says again what was there.
  private static List<String> cells(Operation.Write write, List<Value> before) {
    if (before.equals(List.of(write.value()))) {
      return List.of();
    }
    Slot slot = write.slot();
    String field =
        switch (slot) {
          case Slot.Presence _ -> "";
          case Slot.Field(_, var name) -> name;
          case Slot.Element(_, var set, var element) -> set + "/" + element;
        };
    return List.of(
        slot.entity().kind(),
        slot.entity().key(),
        field,
        before.stream().map(Value::display).collect(Collectors.joining(" | ")),
        write.value().display());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(LogLines::cell).collect(Collectors.joining(","));
  }

  private static String cell(String value) {
    String text = NUMBER.matcher(value).matches() ? value : CsvGuard.write(value);
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
