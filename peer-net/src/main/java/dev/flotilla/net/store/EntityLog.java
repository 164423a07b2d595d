package dev.flotilla.net.store;

import dev.flotilla.model.Recalling;
import dev.flotilla.net.change.Lineages;
import java.sql.SQLException;

/// What the log says of one entity, the open transaction included.
final class EntityLog {
  private static final String OF_ENTITY =
      """
      SELECT c.raw, c.hash, c.author, c.past, c.id FROM touch t JOIN change c ON c.id = t.change
      WHERE t.entity=? ORDER BY c.id
      """;

  private final Statements statements;
  private final ReplicaNumbers numbers;

  EntityLog(Statements statements, ReplicaNumbers numbers) {
    this.statements = statements;
    this.numbers = numbers;
  }

  /// Hands over every change that writes to the entity, in the order in which it was applied.
  ///
  /// @param number of the entity's row
  /// @param lineages as the log names them now
  void replay(long number, Lineages lineages, Recalling entity) throws SQLException {
    try (var rows = statements.with(OF_ENTITY, number).executeQuery()) {
      while (rows.next()) {
        var change =
            LogReader.decode(
                statements.bytes().of(rows.getLong(5), rows.getBytes(1), rows.getBytes(2)));
        var lineage = lineages.get(numbers.idOf(rows.getLong(3)));
        var past = numbers.decode(rows.getBytes(4));
        entity.add(
            lineage.id(), change.first(), change.at(), lineages.operations(change, lineage, past));
      }
    }
  }
}
