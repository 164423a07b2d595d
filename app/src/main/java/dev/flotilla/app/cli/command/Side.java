package dev.flotilla.app.cli.command;

/// Which value counts where a file and the workspace both changed one.
enum Side {
  OURS,
  THEIRS
}
