package dev.flotilla.net.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The prepared statements of one connection, made once each, and the bytes of changes that are not
/// in its database itself. For one thread at a time.
final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable ChangeBytes bytes;

  Statements(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /// The bytes of the changes in this database, and in the archive beside it.
  ChangeBytes bytes() throws SQLException {
    var known = bytes;
    if (known == null) {
      var file = Sqlite.text(connection, "SELECT file FROM pragma_database_list WHERE name='main'");
      known = new ChangeBytes(Path.of(file));
      bytes = known;
    }
    return known;
  }

  /// The statement with its parameters set: `Long`, `Integer`, `String` or `byte[]`.
  PreparedStatement with(String sql, Object... parameters) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /// Runs an insert, update or delete.
  ///
  /// @return how many rows it touched
  int update(String sql, Object... parameters) throws SQLException {
    return with(sql, parameters).executeUpdate();
  }

  /// Prepares everything anew when it is next asked for: the driver finalizes a statement that
  /// failed, a full disk being enough, and refuses it from then on.
  void forget() {
    for (var statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException _) {
        // Closed already, by the driver.
      }
    }
    prepared.clear();
  }

  /// Closes the statements and the connection.
  @Override
  public void close() throws SQLException {
    try (connection;
        var _ = bytes) {
      for (var statement : prepared.values()) {
        statement.close();
      }
    }
  }
}
