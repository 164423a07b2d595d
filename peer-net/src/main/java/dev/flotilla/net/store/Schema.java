package dev.flotilla.net.store;

import dev.flotilla.net.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables. `user_version` is the version of the schema, `application_id` says that the file is
/// ours.
///
/// - `meta`: named values (workspace, own replica, who invited us, fingerprint of the file, version
///   of the state cache).
/// - `replica`: every author, its device's key and the head of its chain. `past` is what its newest
///   change has seen.
/// - `lineage`: the rows of `replica` that are branches of a fork: whose, and where they begin.
/// - `change`: the log. `id` is the order in which this replica applied; a change's past always has
///   smaller ones.
/// - `admission`: who was admitted by which operation; the membership rule reads it.
/// - `entity`: every entity that was ever written, and the state: all living writes of an entity,
///   packed. `touch`: which changes write to which entity, in the order of history.
/// - `entry`: the state of entities that are too large to be packed: one row for each living write,
///   named by its dot.
/// - `trace`: what writes leave in the state for good, superseded or not: moves of folders, and the
///   positions of rules in entities that are not packed.
/// - `away`: entities that are deleted everywhere and whose state is in the log alone.
/// - `frozen`: entities that a newer program wrote to in a way that this one does not understand.
/// - `confirmed`: which change of each lineage a device has on its disk, for sure.
/// - `invitation`, `acknowledgement`: what is known of others. `fork`: proof of a replica that said
///   two things.
///
/// Replicas appear in other tables, and in vectors (pairs of varints), by their row's number in
/// `replica`.
final class Schema {
  static final int VERSION = 3;

  /// `Flot` in ASCII.
  static final int APPLICATION_ID = 0x466c6f74;

  /// What version 3 adds to version 2.
  private static final List<String> SINCE_3 =
      List.of(
          "CREATE TABLE away(entity INTEGER PRIMARY KEY) STRICT",
          """
          CREATE TABLE frozen(entity INTEGER NOT NULL REFERENCES entity(id),
            author INTEGER NOT NULL REFERENCES replica(id),
            PRIMARY KEY(entity, author)) STRICT, WITHOUT ROWID
          """,
          """
          CREATE TABLE confirmed(device BLOB NOT NULL, author INTEGER NOT NULL REFERENCES replica(id),
            seq INTEGER NOT NULL, PRIMARY KEY(device, author)) STRICT, WITHOUT ROWID
          """);

  /// What version 2 adds to version 1.
  private static final List<String> SINCE_2 =
      List.of(
          "CREATE TABLE entity(id INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, packed BLOB)"
              + " STRICT",
          """
          CREATE TABLE touch(entity INTEGER NOT NULL, wall INTEGER NOT NULL,
            tick INTEGER NOT NULL, change INTEGER NOT NULL,
            PRIMARY KEY(entity, wall, tick, change)) STRICT, WITHOUT ROWID
          """,
          """
          CREATE TABLE lineage(id INTEGER PRIMARY KEY REFERENCES replica(id), author BLOB NOT NULL,
            parent INTEGER REFERENCES replica(id), base_seq INTEGER NOT NULL,
            base_last INTEGER NOT NULL) STRICT
          """,
          "CREATE INDEX change_author_time ON change(author, wall, tick)");

  private static final List<String> SINCE_1 =
      List.of(
          "CREATE TABLE meta(k TEXT PRIMARY KEY, v BLOB NOT NULL) STRICT, WITHOUT ROWID",
          """
          CREATE TABLE replica(id INTEGER PRIMARY KEY, replica BLOB NOT NULL UNIQUE,
            device_key BLOB NOT NULL, name TEXT NOT NULL,
            seq INTEGER NOT NULL, last INTEGER NOT NULL, hash BLOB NOT NULL,
            past BLOB NOT NULL) STRICT
          """,
          """
          CREATE TABLE change(id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES replica(id),
            seq INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, hash BLOB NOT NULL,
            wall INTEGER NOT NULL, tick INTEGER NOT NULL, past BLOB NOT NULL, raw BLOB NOT NULL,
            UNIQUE(author, seq), UNIQUE(author, last)) STRICT
          """,
          "CREATE INDEX change_time ON change(wall, tick)",
          """
          CREATE TABLE admission(author INTEGER NOT NULL, counter INTEGER NOT NULL, device BLOB NOT NULL,
            role TEXT NOT NULL, wall INTEGER NOT NULL, tick INTEGER NOT NULL,
            PRIMARY KEY(author, counter)) STRICT, WITHOUT ROWID
          """,
          """
          CREATE TABLE entry(author INTEGER NOT NULL, counter INTEGER NOT NULL, slot BLOB NOT NULL,
            wall INTEGER NOT NULL, tick INTEGER NOT NULL, value BLOB NOT NULL,
            PRIMARY KEY(author, counter)) STRICT, WITHOUT ROWID
          """,
          """
          CREATE TABLE trace(author INTEGER NOT NULL, counter INTEGER NOT NULL, slot BLOB NOT NULL,
            value BLOB NOT NULL, PRIMARY KEY(author, counter, slot)) STRICT, WITHOUT ROWID
          """,
          """
          CREATE TABLE invitation(hash BLOB PRIMARY KEY, secret BLOB, role TEXT NOT NULL,
            made INTEGER NOT NULL, used_by BLOB, used INTEGER) STRICT, WITHOUT ROWID
          """,
          """
          CREATE TABLE acknowledgement(device BLOB PRIMARY KEY, address TEXT NOT NULL,
            vector BLOB NOT NULL, seen INTEGER NOT NULL) STRICT, WITHOUT ROWID
          """,
          """
          CREATE TABLE fork(author BLOB NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL,
            raw BLOB NOT NULL, PRIMARY KEY(author, seq, hash)) STRICT, WITHOUT ROWID
          """);

  /// What each version adds to the one before it.
  private static final List<List<String>> STEPS = List.of(SINCE_1, SINCE_2, SINCE_3);

  private Schema() {}

  /// Creates the tables; the caller's transaction makes them appear at once or not at all.
  static void create(Connection writer) throws SQLException {
    Sqlite.execute(writer, "PRAGMA application_id=" + APPLICATION_ID);
    upgrade(writer, 0);
  }

  /// Adds what a database of an older version lacks, empty; within the caller's transaction.
  ///
  /// @param from its version; 0 for none at all
  static void upgrade(Connection writer, int from) throws SQLException {
    for (var step : STEPS.subList(from, VERSION)) {
      executeAll(writer, step);
    }
    Sqlite.execute(writer, "PRAGMA user_version=" + VERSION);
  }

  private static void executeAll(Connection writer, List<String> statements) throws SQLException {
    for (var statement : statements) {
      Sqlite.execute(writer, statement);
    }
  }

  /// Refuses files that this program must not touch. Reads only.
  static void check(Path file, Connection connection) throws SQLException, StoreException {
    if (Sqlite.number(connection, "SELECT count(*) FROM sqlite_schema") == 0) {
      throw new StoreException(Kind.UNFINISHED, file + " is empty.");
    }
    var version = (int) Sqlite.number(connection, "PRAGMA user_version");
    var application = (int) Sqlite.number(connection, "PRAGMA application_id");
    if (application == 0) {
      throw foreign(file);
    }
    check(file, version, application);
  }

  /// The same for what the file's header says. An application id of 0 says nothing: the first
  /// transaction may still be in the write-ahead log.
  static void check(Path file, int version, int application) throws StoreException {
    if (application != APPLICATION_ID && application != 0) {
      throw foreign(file);
    }
    if (version > VERSION && application == APPLICATION_ID) {
      throw new StoreException(
          Kind.NEWER_SCHEMA,
          "%s was written by a newer Flotilla (schema %d, this program knows up to %d). Update Flotilla."
              .formatted(file, version, VERSION));
    }
  }

  private static StoreException foreign(Path file) {
    return new StoreException(
        Kind.FOREIGN,
        file + " is a database of another program. Move it out of Flotilla's folder.");
  }
}
