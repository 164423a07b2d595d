package dev.flotilla.net.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The prepared statements of one connection, made once each. For one thread at a time.
final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
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
    try (connection) {
      for (var statement : prepared.values()) {
        statement.close();
      }
    }
  }
}
