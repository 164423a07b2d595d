package dev.flotilla.app.desktop.filter;

import java.util.Locale;
import java.util.Optional;

/// What may stand before a colon. The words are the same in every language, so that a query can be
/// passed on.
public enum Qualifier {
  TAG,
  SET,
  ENV,
  OWNER,
  FOLDER,
  KIND,
  TYPE,
  CHANGED,
  BY,
  KEY,
  VARIANT,
  USES,
  REQUIRES,
  META,
  LINK,
  IS;

  /// As it is written, without the colon.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Qualifier> parse(String word) {
    for (Qualifier qualifier : values()) {
      if (qualifier.word().equalsIgnoreCase(word)) {
        return Optional.of(qualifier);
      }
    }
    return Optional.empty();
  }
}
