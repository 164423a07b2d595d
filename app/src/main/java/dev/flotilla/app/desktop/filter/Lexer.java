package dev.flotilla.app.desktop.filter;

import java.util.ArrayList;
import java.util.List;

/// Takes a query apart: white space separates, quotes and the brackets behind a colon hold
/// together, a minus before a term turns it round.
///
/// Never fails: a quote or bracket that is not closed reaches to the end, because somebody is still
/// typing.
final class Lexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int open;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> read(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char first = text.charAt(at);
    if (Character.isWhitespace(first)) {
      at++;
    } else if (first == '(') {
      sign(Token.Kind.OPEN);
      open++;
    } else if (first == ')') {
      sign(Token.Kind.CLOSE);
      open--;
    } else if (first == '-' && at + 1 < text.length() && startsTerm(text.charAt(at + 1))) {
      sign(Token.Kind.NOT);
    } else {
      term();
    }
  }

  private static boolean startsTerm(char next) {
    return !Character.isWhitespace(next) && next != ')';
  }

  private void sign(Token.Kind kind) {
    tokens.add(Token.sign(kind, at, 1));
    at++;
  }

  private void term() {
    int from = at;
    int colon = -1;
    boolean plain = true;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && !ends(text.charAt(at))) {
      char c = text.charAt(at);
      if (c == '"') {
        plain = false;
        at = quoted(value);
      } else if (c == '(' && value.length() == colon + 1 && colon >= 0) {
        plain = false;
        at = bracketed(value);
      } else {
        if (c == ':' && colon < 0) {
          colon = value.length();
        }
        value.append(c);
        at++;
      }
    }
    String read = value.toString();
    if (plain && (read.equals("OR") || read.equals("|"))) {
      tokens.add(Token.sign(Token.Kind.OR, from, at - from));
    } else {
      tokens.add(new Token(Token.Kind.TERM, read, from, at, colon, plain));
    }
  }

  private boolean ends(char c) {
    return Character.isWhitespace(c) || (c == ')' && open > 0);
  }

  /// Behind the closing quote.
  private int quoted(StringBuilder value) {
    int end = text.indexOf('"', at + 1);
    int last = end < 0 ? text.length() : end;
    value.append(text, at + 1, last);
    return Math.min(last + 1, text.length());
  }

  /// Behind the closing bracket; the brackets stay.
  private int bracketed(StringBuilder value) {
    int end = text.indexOf(')', at);
    int last = end < 0 ? text.length() : end + 1;
    value.append(text, at, last);
    return last;
  }
}
