package dev.flotilla.net.store;

import java.sql.SQLException;

/// Makes the disk under a database as full as a test wants it: SQLite itself finds no room.
public final class SmallDisk {
  private static final long PLENTY = 1 << 20;

  private final WorkspaceStore store;

  private SmallDisk(WorkspaceStore store) {
    this.store = store;
  }

  public static SmallDisk under(WorkspaceStore store) {
    return new SmallDisk(store);
  }

  /// No page can be added.
  public void fill() throws SQLException {
    limit(Sqlite.number(store.statements().connection(), "PRAGMA page_count"));
  }

  public void makeRoom() throws SQLException {
    limit(PLENTY);
  }

  private void limit(long pages) throws SQLException {
    Sqlite.execute(store.statements().connection(), "PRAGMA max_page_count=" + pages);
  }
}
