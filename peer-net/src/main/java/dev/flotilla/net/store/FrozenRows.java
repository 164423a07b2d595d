package dev.flotilla.net.store;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.Restoring;
import dev.flotilla.model.StateCodec;
import java.sql.SQLException;

/// The entities that this program must not edit because newer ones wrote to them. Through the
/// writer's connection only.
final class FrozenRows {
  private final Statements statements;
  private final EntityRows entities;

  FrozenRows(Statements statements, EntityRows entities) {
    this.statements = statements;
    this.entities = entities;
  }

  void add(EntityId entity) throws SQLException {
    statements.update(
        "INSERT INTO frozen(entity) VALUES(?) ON CONFLICT DO NOTHING", entities.numberOf(entity));
  }

  void clear() throws SQLException {
    statements.update("DELETE FROM frozen");
  }

  void restore(Restoring restoring) throws SQLException {
    try (var rows =
        statements
            .with("SELECT e.name FROM frozen f JOIN entity e ON e.id = f.entity")
            .executeQuery()) {
      while (rows.next()) {
        restoring.addFrozen(StateCodec.ENTITY.decode(rows.getBytes(1)));
      }
    }
  }
}
