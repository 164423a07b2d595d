package dev.flotilla.app.exchange;

import dev.flotilla.model.FieldNames;
import java.util.Locale;
import java.util.Optional;

/// What a column of a table holds.
///
/// @param name of the environment or of the entry of metadata; empty for the others
record CsvColumn(Kind kind, String name) {
  /// The kinds of columns, by the words of the header.
  enum Kind {
    KEY(false),
    TYPE(false),
    DESCRIPTION(false),
    OWNER(false),
    KIND(false),
    ARCHIVED(false),
    TAGS(false),
    LINKS(false),
    FOLDER(false),
    VARIANTS(false),
    STATE(true),
    DEFAULT(true),
    TARGETING(true),
    METADATA(true);

    private final boolean named;

    Kind(boolean named) {
      this.named = named;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isSetting() {
      return this == STATE || this == DEFAULT || this == TARGETING;
    }
  }

  private static final char COLON = ':';

  /// The column with this header: a word, or a word, a colon and a name, such as
  /// `state:production`.
  static Optional<CsvColumn> named(String header) {
    var text = header.strip();
    int colon = text.indexOf(COLON);
    var word = (colon < 0 ? text : text.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
    var name = colon < 0 ? "" : text.substring(colon + 1).strip();
    for (var kind : Kind.values()) {
      if (kind.word().equals(word) && kind.named != name.isEmpty()) {
        return Optional.of(new CsvColumn(kind, name));
      }
    }
    return Optional.empty();
  }

  /// The header that [#named] reads.
  String header() {
    return name.isEmpty() ? kind.word() : kind.word() + COLON + name;
  }

  /// The field of a flag that a setting is in this environment.
  String field(String environment) {
    return switch (kind) {
      case STATE -> FieldNames.state(environment);
      case DEFAULT -> FieldNames.defaultVariant(environment);
      case TARGETING -> FieldNames.targeting(environment);
      case KEY, TYPE, DESCRIPTION, OWNER, KIND, ARCHIVED, TAGS, LINKS, FOLDER, VARIANTS, METADATA ->
          throw new IllegalStateException(kind + " is no setting");
    };
  }
}
