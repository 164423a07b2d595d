package dev.flotilla.openfeature.json.patch;

import java.util.ArrayList;
import java.util.List;

/// Finds where each value stands in a text that is known to be JSON once its comments are blanked.
final class SpanScanner {
  private final String text;
  private int at;

  private SpanScanner(String text) {
    this.text = text;
  }

  /// The span of the whole value, without blanks around it.
  static Span scan(String json) {
    var scanner = new SpanScanner(json);
    scanner.blanks();
    return scanner.value();
  }

  private Span value() {
    return switch (text.charAt(at)) {
      case '{' -> container('}');
      case '[' -> container(']');
      case '"' -> string();
      default -> word();
    };
  }

  private Span container(char close) {
    int start = at++;
    var entries = new ArrayList<Span.Entry>();
    blanks();
    while (text.charAt(at) != close) {
      int from = at;
      if (close == '}') {
        string();
        blanks();
        at++;
        blanks();
      }
      entries.add(new Span.Entry(from, value()));
      blanks();
      if (text.charAt(at) == ',') {
        at++;
        blanks();
      }
    }
    at++;
    return new Span(start, at, entries);
  }

  private Span string() {
    int start = at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return new Span(start, at, List.of());
  }

  private Span word() {
    int start = at;
    while (at < text.length() && "{}[],:\" \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return new Span(start, at, List.of());
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
