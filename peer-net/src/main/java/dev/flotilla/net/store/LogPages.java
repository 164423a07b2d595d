package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.StateCodec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Pages of the history, newest first by the authors' clocks. Finds the changes in an index, and
/// reads only those that it shows. For one thread at a time.
final class LogPages {
  private static final String ALL =
      """
      SELECT wall, tick, id FROM change WHERE wall>=? AND wall<?
      ORDER BY wall DESC, tick DESC, id DESC LIMIT ?
      """;
  private static final String OF_AUTHOR =
      """
      SELECT wall, tick, id FROM change WHERE author=? AND wall>=? AND wall<?
      ORDER BY wall DESC, tick DESC, id DESC LIMIT ?
      """;
  private static final String OF_ENTITY =
      """
      SELECT t.wall, t.tick, t.change FROM touch t
      WHERE t.entity=(SELECT id FROM entity WHERE name=?) AND t.wall>=? AND t.wall<?
      ORDER BY t.wall DESC, t.tick DESC, t.change DESC LIMIT ?
      """;
  private static final String OF_ENTITY_BY_AUTHOR =
      """
      SELECT t.wall, t.tick, t.change, c.author FROM touch t JOIN change c ON c.id = t.change
      WHERE t.entity=(SELECT id FROM entity WHERE name=?) AND t.wall>=? AND t.wall<?
      ORDER BY t.wall DESC, t.tick DESC, t.change DESC
      """;
  private static final String CHANGE =
      """
      SELECT c.raw, c.hash, c.past, r.name, c.author FROM change c JOIN replica r ON r.id = c.author
      WHERE c.id=?
      """;

  private final Statements statements;
  private final ReplicaNumbers numbers;

  LogPages(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  /// A change's place in history.
  private record Place(long wall, long tick, long id) implements Comparable<Place> {
    /// The newest first.
    @Override
    public int compareTo(Place other) {
      var byWall = Long.compare(other.wall, wall);
      var byTick = byWall != 0 ? byWall : Long.compare(other.tick, tick);
      return byTick != 0 ? byTick : Long.compare(other.id, id);
    }
  }

  /// Cost: a look into an index for each entry up to the page's end, and for an entity and authors
  /// together, for each change of the entity.
  List<LogRow> page(LogFilter filter, int limit, int offset) throws SQLException {
    var places = places(filter, (long) limit + offset);
    var page = new ArrayList<LogRow>();
    for (var i = offset; i < Math.min(places.size(), (long) offset + limit); i++) {
      page.add(row(places.get(i).id()));
    }
    return page;
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

  private List<Place> places(LogFilter filter, long atMost) throws SQLException {
    var from = filter.fromMillis();
    var until = filter.untilMillis();
    if (filter.entity() != null) {
      var name = StateCodec.ENTITY.encode(filter.entity());
      return filter.authors().isEmpty()
          ? places(statements.with(OF_ENTITY, name, from, until, atMost))
          : ofEntity(name, numbersOf(filter.authors()), filter, atMost);
    }
    if (filter.authors().isEmpty()) {
      return places(statements.with(ALL, from, until, atMost));
    }
    var newest = new ArrayList<Place>();
    for (var author : numbersOf(filter.authors())) {
      newest.addAll(places(statements.with(OF_AUTHOR, author, from, until, atMost)));
    }
    return newest.stream().sorted().limit(atMost).toList();
  }

  private List<Place> ofEntity(byte[] name, Set<Long> authors, LogFilter filter, long atMost)
      throws SQLException {
    var places = new ArrayList<Place>();
    try (var rows =
        statements
            .with(OF_ENTITY_BY_AUTHOR, name, filter.fromMillis(), filter.untilMillis())
            .executeQuery()) {
      while (places.size() < atMost && rows.next()) {
        if (authors.contains(rows.getLong(4))) {
          places.add(new Place(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
        }
      }
    }
    return places;
  }

  private static List<Place> places(PreparedStatement statement) throws SQLException {
    var places = new ArrayList<Place>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        places.add(new Place(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
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
