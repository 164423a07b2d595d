package dev.flotilla.app.desktop.transfer;

import dev.flotilla.openfeature.proposal.ProposedItem.Kind;

/// Which rows of the preview are shown.
enum ImportFilter {
  ALL("import.filter.all"),
  NEW("import.filter.new"),
  CHANGED("import.filter.changed"),
  CONFLICTS("import.filter.conflicts"),
  REMOVED("import.filter.removed");

  private final String text;

  ImportFilter(String text) {
    this.text = text;
  }

  /// The key of its name, which takes a number.
  String text() {
    return text;
  }

  boolean shows(ImportRow row) {
    return switch (this) {
      case ALL -> true;
      case NEW -> row.item().kind() == Kind.NEW;
      case CHANGED -> row.item().kind() == Kind.CHANGED;
      case REMOVED -> row.item().kind() == Kind.REMOVED;
      case CONFLICTS -> row.item().hasConflict();
    };
  }
}
