package dev.flotilla.net.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotilla.model.EntityId;
import dev.flotilla.model.Folder;
import dev.flotilla.model.Value;
import dev.flotilla.net.store.StoreException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases that older programs wrote, as the SQL that makes them.
class MigrationTest {
  private static final int CHANGES = 18;

  @TempDir private Path folder;
  private final StoreFiles files = new StoreFiles(InstantSource.system(), new Random(1));
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("workspace.db");
  }

  @Test
  void migrationFromEveryOldSchema() throws Exception {
    for (var version = 1; version < Schema.VERSION; version++) {
      file = folder.resolve("version-" + version + ".db");
      create(version);

      for (var opening = 0; opening < 2; opening++) {
        try (var store = files.open(file)) {
          holdsEverything(store);
        }
      }

      assertThat(number("PRAGMA user_version")).isEqualTo(Schema.VERSION);
      assertThat(number("SELECT count(*) FROM touch t JOIN entity e ON e.id = t.entity"))
          .isPositive();
    }
  }

  @Test
  void aMigrationThatIsInterruptedLeavesTheOldDatabaseWhole() throws Exception {
    create(1);
    var pages = number("PRAGMA page_count");
    var entries = number("SELECT count(*) FROM entry");
    var writer = Sqlite.openWriter(file);
    Sqlite.enableWal(writer);
    Sqlite.execute(writer, "PRAGMA max_page_count=" + (pages + 2));

    try (var statements = new Statements(writer)) {
      assertThatThrownBy(() -> new Migration(statements).run()).isInstanceOf(SQLException.class);
    }

    assertThat(number("PRAGMA user_version")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM sqlite_schema WHERE name = 'touch'")).isZero();
    assertThat(number("SELECT count(*) FROM entry")).isEqualTo(entries);
    try (var store = files.open(file)) {
      holdsEverything(store);
    }
  }

  /// When a full disk fails the commit, SQLite has rolled back before anybody can ask for it.
  @Test
  void theReasonOfAFailureIsNotHiddenByARollbackThatSqliteMadeItself() throws Exception {
    create(1);
    execute(
        "CREATE TRIGGER full_disk BEFORE DELETE ON meta BEGIN SELECT RAISE(ROLLBACK, 'no room'); END");
    var writer = Sqlite.openWriter(file);
    Sqlite.enableWal(writer);

    try (var statements = new Statements(writer)) {
      assertThatThrownBy(() -> new Migration(statements).run())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("no room");
    }

    assertThat(number("PRAGMA user_version")).isEqualTo(1);
  }

  @Test
  void aNewerSchemaIsRefusedAndStaysAsItIs() throws Exception {
    create(1);
    execute("PRAGMA user_version=" + (Schema.VERSION + 1));
    var before = Files.readAllBytes(file);

    assertThatThrownBy(() -> files.open(file))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NEWER_SCHEMA))
        .hasMessageContaining("was written by a newer Flotilla")
        .hasMessageContaining("Update Flotilla.");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private static void holdsEverything(WorkspaceStore store) throws StoreException {
    var workspace = store.load().workspace();
    assertThat(workspace.name()).isEqualTo("Atlas");
    assertThat(workspace.flags())
        .extracting(flag -> flag.key())
        .containsExactly("flag0", "flag1", "flag2", "flag3", "flag4");
    assertThat(workspace.flag("flag1").orElseThrow().description()).isEqualTo("Second thoughts");
    assertThat(workspace.flag("flag2").orElseThrow().folder()).contains("cart");
    assertThat(workspace.folder("cart").map(Folder::path)).contains("Checkout / Cart");
    assertThat(workspace.flag("flag3").orElseThrow().environments().get("production").rules())
        .extracting(rule -> rule.outcome())
        .containsExactly(Value.of("on"), Value.of("off"));
    assertThat(workspace.tagSet("beta").orElseThrow().members())
        .hasSize(301)
        .contains("alice", "user299")
        .doesNotContain("bob");
    assertThat(workspace.exists(EntityId.flag("flag5"))).isFalse();
    assertThat(store.history().page(null, 100, 0)).hasSize(CHANGES);
    assertThat(store.invitations()).hasSize(1);
  }

  private void create(int version) throws Exception {
    var name = "/schemas/version-" + version + ".sql";
    try (var in = MigrationTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      var sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      try (var connection = Sqlite.openWriter(file)) {
        Sqlite.execute(connection, "PRAGMA foreign_keys=OFF");
        for (var statement : sql.split(";\n", -1)) {
          if (!statement.isBlank()) {
            Sqlite.execute(connection, statement);
          }
        }
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = Sqlite.openWriter(file)) {
      Sqlite.execute(connection, sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (var connection = Sqlite.openWriter(file)) {
      return Sqlite.number(connection, sql);
    }
  }
}
