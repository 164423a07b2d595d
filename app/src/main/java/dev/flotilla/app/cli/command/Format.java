package dev.flotilla.app.cli.command;

import java.util.Locale;

/// What an export writes.
enum Format {
  FLAGD,
  CSV,
  WORKSPACE;

  /// What a file of this name is for, if nothing else is said.
  static Format of(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : FLAGD;
  }
}
