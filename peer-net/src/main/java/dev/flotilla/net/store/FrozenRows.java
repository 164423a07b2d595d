package dev.flotilla.net.store;

import dev.flotilla.crdt.ReplicaId;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Restoring;
import dev.flotilla.model.StateCodec;
import java.sql.SQLException;

/// The entities that newer programs wrote about in ways that this one does not understand, and who
/// did. Through the writer's connection only.
final class FrozenRows {
  private final Statements statements;
  private final EntityRows entities;
  private final ReplicaNumbers numbers;

  FrozenRows(Statements statements, EntityRows entities, ReplicaNumbers numbers) {
    this.statements = statements;
    this.entities = entities;
    this.numbers = numbers;
  }

  void add(EntityId entity, ReplicaId author) throws SQLException {
    statements.update(
        "INSERT INTO frozen(entity, author) VALUES(?,?) ON CONFLICT DO NOTHING",
        entities.numberOf(entity),
        numbers.numberOf(author));
  }

  void clear() throws SQLException {
    statements.update("DELETE FROM frozen");
  }

  void restore(Restoring restoring) throws SQLException {
    try (var rows =
        statements
            .with("SELECT e.name, f.author FROM frozen f JOIN entity e ON e.id = f.entity")
            .executeQuery()) {
      while (rows.next()) {
        restoring.addFrozen(
            StateCodec.ENTITY.decode(rows.getBytes(1)), numbers.idOf(rows.getLong(2)));
      }
    }
  }
}
