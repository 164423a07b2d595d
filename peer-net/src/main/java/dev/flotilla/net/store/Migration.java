package dev.flotilla.net.store;

import java.sql.SQLException;

/// Brings a database of an older program up to this one's schema, in one transaction: whoever is
/// interrupted finds the old one whole.
///
/// - From 1 to 2: history by entity is read out of the log, and the state has another form.
/// - From 2 to 3: deleted entities that were emptied are no longer part of the state.
///
/// Hence the state is forgotten, and built from the log when it is loaded.
final class Migration {
  private final Statements statements;

  Migration(Statements statements) {
    this.statements = statements;
  }

  /// Does nothing if the schema is the newest. Cost otherwise: reads the whole log.
  void run() throws SQLException {
    var from = (int) Sqlite.number(statements.connection(), "PRAGMA user_version");
    if (from == Schema.VERSION) {
      return;
    }
    Sqlite.execute(statements.connection(), "BEGIN IMMEDIATE");
    try {
      Schema.upgrade(statements.connection(), from);
      if (from < 2) {
        new EntityRows(statements).touchAll();
        statements.update("DELETE FROM entry");
        statements.update("DELETE FROM trace");
      }
      statements.update("DELETE FROM meta WHERE k LIKE 'state.%'");
      Sqlite.execute(statements.connection(), "COMMIT");
    } catch (SQLException | RuntimeException | Error e) {
      undo(e);
      throw e;
    }
  }

  /// A full disk makes SQLite roll back by itself. That nothing is left to undo then must not hide
  /// why.
  private void undo(Throwable cause) {
    try {
      Sqlite.execute(statements.connection(), "ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
