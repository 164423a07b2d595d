package dev.flotilla.net.store;

import java.sql.SQLException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The entities whose state is in the log alone, by the numbers of their rows. In memory a bit
/// each. Through the writer's connection only.
final class AwayRows {
  private final Statements statements;

  /// Null until somebody asks.
  private @Nullable BitSet known;

  AwayRows(Statements statements) {
    this.statements = statements;
  }

  boolean isEmpty() throws SQLException {
    return known().isEmpty();
  }

  boolean contains(long entity) throws SQLException {
    return known().get((int) entity);
  }

  void add(long entity) throws SQLException {
    known().set((int) entity);
    statements.update("INSERT OR IGNORE INTO away(entity) VALUES(?)", entity);
  }

  void remove(long entity) throws SQLException {
    known().clear((int) entity);
    statements.update("DELETE FROM away WHERE entity=?", entity);
  }

  /// The state of everything is kept again.
  void clear() throws SQLException {
    known = new BitSet();
    statements.update("DELETE FROM away");
  }

  /// What a transaction changed that was rolled back counts no more.
  void forget() {
    known = null;
  }

  private BitSet known() throws SQLException {
    var bits = known;
    if (bits == null) {
      bits = new BitSet();
      try (var rows = statements.with("SELECT entity FROM away").executeQuery()) {
        while (rows.next()) {
          bits.set(Math.toIntExact(rows.getLong(1)));
        }
      }
      known = bits;
    }
    return bits;
  }
}
