package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the word at the caret could become: a qualifier, a state, a value behind the qualifier, or
/// a tag whose qualifier was not typed.
///
/// Pure. Cost: linear in the words of the vocabulary.
public final class Completion {
  /// How many are offered at most.
  static final int MOST = 9;

  private final Vocabulary words;
  private final Texts texts;
  private final List<Suggestion> found = new ArrayList<>();

  private Completion(Vocabulary words, Texts texts) {
    this.words = words;
    this.texts = texts;
  }

  /// The suggestions for `query` with the caret at `caret`, best first.
  public static List<Suggestion> at(String query, int caret, Vocabulary words, Texts texts) {
    Completion completion = new Completion(words, texts);
    completion.collect(query, caret);
    return completion.found.stream().limit(MOST).toList();
  }

  private void collect(String query, int caret) {
    int from = start(query, caret);
    String typed = query.substring(from, caret);
    int end = end(query, caret);
    int colon = typed.indexOf(':');
    if (colon < 0) {
      qualifiers(typed, from, end);
      states(typed, from, end);
      if (!typed.isEmpty()) {
        values(Qualifier.TAG, "tag:", typed, from, end);
      }
      return;
    }
    Qualifier.parse(typed.substring(0, colon))
        .ifPresent(qualifier -> {
          String value = typed.substring(colon + 1);
          int comma = value.lastIndexOf(',') + 1;
          values(qualifier, "", bare(value.substring(comma)), from + colon + 1 + comma, end);
        });
  }

  private void qualifiers(String typed, int from, int end) {
    for (Qualifier qualifier : Qualifier.values()) {
      if (qualifier.word().startsWith(typed.toLowerCase(Locale.ROOT))) {
        found.add(
            new Suggestion(
                qualifier.word() + ":",
                texts.of("filter.qualifier." + qualifier.word()),
                from,
                end,
                qualifier.word() + ":"));
      }
    }
  }

  private void states(String typed, int from, int end) {
    for (State state : State.values()) {
      if (!typed.isEmpty() && state.word().startsWith(typed.toLowerCase(Locale.ROOT))) {
        found.add(
            new Suggestion(
                state.word(),
                texts.of("filter.state." + state.word()),
                from,
                end,
                state.word() + " "));
      }
    }
  }

  /// First those that begin with what was typed, then those that contain it.
  private void values(Qualifier qualifier, String before, String typed, int from, int end) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    List<Vocabulary.Entry> later = new ArrayList<>();
    for (Vocabulary.Entry entry : words.of(qualifier)) {
      String word = entry.word().toLowerCase(Locale.ROOT);
      if (word.startsWith(wanted)) {
        found.add(suggestion(before, entry, from, end));
      } else if (word.contains(wanted)) {
        later.add(entry);
      }
    }
    later.forEach(entry -> found.add(suggestion(before, entry, from, end)));
  }

  private Suggestion suggestion(String before, Vocabulary.Entry entry, int from, int end) {
    String note = entry.flags() == 0 ? "" : texts.of("filter.flags", entry.flags());
    return new Suggestion(
        before + entry.word(), note, from, end, before + quoted(entry.word()) + " ");
  }

  private static String bare(String value) {
    return value.startsWith("\"") ? value.substring(1) : value;
  }

  /// In quotes where a word would fall apart or mean something else.
  static String quoted(String word) {
    boolean whole =
        word.chars().noneMatch(c -> Character.isWhitespace(c) || c == ',' || c == '(' || c == ')');
    return whole ? word : "\"" + word + "\"";
  }

  /// Where the term at the caret begins, behind its minus.
  private static int start(String query, int caret) {
    int at = 0;
    boolean quoted = false;
    int from = 0;
    while (at < caret) {
      char c = query.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (Character.isWhitespace(c) || (c == '(' && from == at))) {
        from = at + 1;
      }
      at++;
    }
    return from < caret && query.charAt(from) == '-' ? from + 1 : from;
  }

  private static int end(String query, int caret) {
    int end = caret;
    while (end < query.length()
        && !Character.isWhitespace(query.charAt(end))
        && query.charAt(end) != ')') {
      end++;
    }
    // The space that the suggestion brings is there already.
    return end < query.length() && query.charAt(end) == ' ' ? end + 1 : end;
  }
}
