package dev.flotilla.app.desktop.filter;

/// One piece of a query as it was written.
///
/// @param text without quotes
/// @param from where it starts, the minus not counted
/// @param to behind its last character
/// @param colon where in `text` the colon of a qualifier is; -1 if there is none
/// @param plain whether no part of the value is in quotes or brackets
record Token(Kind kind, String text, int from, int to, int colon, boolean plain) {
  enum Kind {
    TERM,
    NOT,
    OR,
    OPEN,
    CLOSE
  }

  static Token sign(Kind kind, int at, int length) {
    return new Token(kind, "", at, at + length, -1, true);
  }

  /// What stands behind the colon; all of it where there is none.
  String value() {
    return text.substring(colon + 1);
  }

  String word() {
    return colon < 0 ? "" : text.substring(0, colon);
  }
}
