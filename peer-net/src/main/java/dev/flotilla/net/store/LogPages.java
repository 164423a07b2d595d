package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.StateCodec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Pages of the history, newest first by the authors' clocks. Finds the changes in an index, and
/// reads only those that it shows. For one thread at a time.
final class LogPages {
  private static final String ALL =
      """
      SELECT wall, tick, id FROM change WHERE wall>=? AND (wall, tick, id) < (?, ?, ?)
      ORDER BY wall DESC, tick DESC, id DESC LIMIT ?
      """;
  private static final String OF_AUTHOR =
      """
      SELECT wall, tick, id FROM change
      WHERE author=? AND wall>=? AND (wall, tick, id) < (?, ?, ?)
      ORDER BY wall DESC, tick DESC, id DESC LIMIT ?
      """;
  private static final String OF_ENTITY =
      """
      SELECT t.wall, t.tick, t.change FROM touch t
      WHERE t.entity=(SELECT id FROM entity WHERE name=?) AND t.wall>=?
      AND (t.wall, t.tick, t.change) < (?, ?, ?)
      ORDER BY t.wall DESC, t.tick DESC, t.change DESC LIMIT ?
      """;
  private static final String OF_ENTITY_BY_AUTHOR =
      """
      SELECT t.wall, t.tick, t.change, c.author FROM touch t JOIN change c ON c.id = t.change
      WHERE t.entity=(SELECT id FROM entity WHERE name=?) AND t.wall>=?
      AND (t.wall, t.tick, t.change) < (?, ?, ?)
      ORDER BY t.wall DESC, t.tick DESC, t.change DESC
      """;
  private static final String CHANGE =
      """
      SELECT c.raw, c.hash, c.past, r.name, c.author FROM change c JOIN replica r ON r.id = c.author
      WHERE c.id=?
      """;

  /// Changes that are read at once to look for a text.
  private static final int TEXT_STEP = 500;

  /// Changes that are read in vain for one part.
  private static final int TEXT_MAX = 10_000;

  private final Statements statements;
  private final ReplicaNumbers numbers;

  LogPages(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  /// Cost: a look into an index for each entry up to the page's end, and for an entity and authors
  /// together, for each change of the entity. With a text, reads all the changes on the way.
  List<LogRow> page(LogFilter filter, int limit, int offset) throws SQLException {
    var page = new ArrayList<LogRow>();
    if (!filter.text().isEmpty()) {
      for (var place : places(filter, Long.MAX_VALUE)) {
        if (page.size() == (long) limit + offset) {
          break;
        }
        var row = row(place.id());
        if (filter.says(row.change())) {
          page.add(row);
        }
      }
      return page.subList(Math.min(offset, page.size()), page.size());
    }
    var places = places(filter, (long) limit + offset);
    for (var i = offset; i < Math.min(places.size(), (long) offset + limit); i++) {
      page.add(row(places.get(i).id()));
    }
    return page;
  }

  /// See [History#part].
  LogPart part(LogFilter filter, int limit) throws SQLException {
    var found = new ArrayList<LogRow>();
    var isText = !filter.text().isEmpty();
    var at = filter;
    for (var examined = 0; examined < TEXT_MAX; ) {
      var places = places(at, isText ? TEXT_STEP : limit);
      for (var place : places) {
        var row = row(place.id());
        at = at.behind(row.ref());
        if (filter.says(row.change())) {
          found.add(row);
          if (found.size() == limit) {
            return new LogPart(found, Optional.of(row.ref()));
          }
        }
      }
      if (places.size() < TEXT_STEP) {
        return new LogPart(found, Optional.empty());
      }
      examined += places.size();
    }
    return new LogPart(found, Optional.ofNullable(at.behind()));
  }

  private LogRow row(long id) throws SQLException {
    try (var rows = statements.with(CHANGE, id).executeQuery()) {
      if (!rows.next()) {
        throw Sqlite.damage("a change is missing from the log");
      }
      var change = LogReader.decode(statements.bytes().of(id, rows.getBytes(1), rows.getBytes(2)));
      return new LogRow(
          change,
          numbers.idOf(rows.getLong(5)),
          rows.getString(4),
          numbers.decode(rows.getBytes(3)));
    }
  }

  private List<LogPlace> places(LogFilter filter, long atMost) throws SQLException {
    var from = filter.fromMillis();
    // One bound from above: of two, the database would search by the first and read all between.
    var until = new LogPlace(filter.untilMillis(), -1, -1);
    var behind = filter.behind();
    var mark =
        behind == null
            ? until
            : Collections.max(List.of(until, LogPlace.of(behind, statements, numbers)));
    var wall = mark.wall();
    var tick = mark.tick();
    var id = mark.id();
    if (filter.entity() != null) {
      var name = StateCodec.ENTITY.encode(filter.entity());
      return filter.authors().isEmpty()
          ? places(statements.with(OF_ENTITY, name, from, wall, tick, id, atMost))
          : ofEntity(
              statements.with(OF_ENTITY_BY_AUTHOR, name, from, wall, tick, id),
              numbersOf(filter.authors()),
              atMost);
    }
    if (filter.authors().isEmpty()) {
      return places(statements.with(ALL, from, wall, tick, id, atMost));
    }
    var newest = new ArrayList<LogPlace>();
    for (var author : numbersOf(filter.authors())) {
      newest.addAll(places(statements.with(OF_AUTHOR, author, from, wall, tick, id, atMost)));
    }
    return newest.stream().sorted().limit(atMost).toList();
  }

  private static List<LogPlace> ofEntity(
      PreparedStatement statement, Set<Long> authors, long atMost) throws SQLException {
    var places = new ArrayList<LogPlace>();
    try (var rows = statement.executeQuery()) {
      while (places.size() < atMost && rows.next()) {
        if (authors.contains(rows.getLong(4))) {
          places.add(new LogPlace(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
        }
      }
    }
    return places;
  }

  private static List<LogPlace> places(PreparedStatement statement) throws SQLException {
    var places = new ArrayList<LogPlace>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        places.add(new LogPlace(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
      }
    }
    return places;
  }

  /// Of those that are in the log.
  private Set<Long> numbersOf(Set<ReplicaId> authors) throws SQLException {
    var found = new HashSet<Long>();
    for (var author : authors) {
      var number = numbers.find(author);
      if (number != null) {
        found.add(number);
      }
    }
    return found;
  }
}
