package dev.flotilla.model;

/// Whether a text is one JSON value (RFC 8259). Replicas take any text for JSON, so what becomes
/// part of a larger text is looked at first. Allocates nothing; O(length).
final class JsonCheck {
  /// How deep arrays and objects may nest: whoever reads them recurses.
  private static final int NESTING_MAX = 200;

  private static final String BLANKS = " \t\r\n";
  private static final String ESCAPES = "\"\\/bfnrt";

  private final String text;
  private int at;

  private JsonCheck(String text) {
    this.text = text;
  }

  static boolean isJson(String text) {
    var check = new JsonCheck(text);
    return check.value(0) && check.at == text.length();
  }

  private boolean value(int depth) {
    blanks();
    boolean good =
        switch (next()) {
          case '{' -> depth < NESTING_MAX && members(depth + 1);
          case '[' -> depth < NESTING_MAX && elements(depth + 1);
          case '"' -> string();
          case 't' -> word("true");
          case 'f' -> word("false");
          case 'n' -> word("null");
          default -> number();
        };
    blanks();
    return good;
  }

  private boolean members(int depth) {
    at++;
    blanks();
    if (take('}')) {
      return true;
    }
    do {
      blanks();
      if (!string()) {
        return false;
      }
      blanks();
      if (!take(':') || !value(depth)) {
        return false;
      }
    } while (take(','));
    return take('}');
  }

  private boolean elements(int depth) {
    at++;
    blanks();
    if (take(']')) {
      return true;
    }
    do {
      if (!value(depth)) {
        return false;
      }
    } while (take(','));
    return take(']');
  }

  private boolean string() {
    if (!take('"')) {
      return false;
    }
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return true;
      }
      if (c < ' ' || (c == '\\' && !escape())) {
        return false;
      }
    }
    return false;
  }

  private boolean escape() {
    if (take('u')) {
      int end = at + 4;
      while (at < end && Character.digit(next(), 16) >= 0 && next() < 0x80) {
        at++;
      }
      return at == end;
    }
    return at < text.length() && ESCAPES.indexOf(text.charAt(at++)) >= 0;
  }

  private boolean number() {
    take('-');
    if (!take('0') && !digits()) {
      return false;
    }
    if (take('.') && !digits()) {
      return false;
    }
    if (take('e') || take('E')) {
      if (!take('-')) {
        take('+');
      }
      return digits();
    }
    return true;
  }

  private boolean digits() {
    int start = at;
    while (next() >= '0' && next() <= '9') {
      at++;
    }
    return at > start;
  }

  private boolean word(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  private void blanks() {
    while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  /// The next character, or one that is nowhere in JSON.
  private char next() {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
