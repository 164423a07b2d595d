package dev.flotilla.app.desktop.palette;

/// Where the palette leads.
public interface Destinations {
  /// Shows a flag beside the table.
  void flag(String key);

  /// Shows the flags that a query leaves.
  void query(String query);

  /// Shows a tag set.
  void tagSet(String key);
}
