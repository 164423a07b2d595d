package dev.flotilla.app.desktop.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A set of tags made of tag sets: `A`, or in brackets `A | B` (in either), `A & B` (in both) and
/// `A - B` (in A alone), from left to right. Names with spaces stand in quotes.
///
/// @param first the tag set to begin with
public record SetExpression(String first, List<Step> steps) {
  /// What is done with a further tag set.
  enum Operator {
    UNION("|"),
    INTERSECTION("&"),
    DIFFERENCE("-");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    static Optional<Operator> of(String sign) {
      for (Operator operator : values()) {
        if (operator.sign.equals(sign)) {
          return Optional.of(operator);
        }
      }
      return Optional.empty();
    }
  }

  record Step(Operator operator, String set) {}

  public SetExpression {
    steps = List.copyOf(steps);
  }

  /// The expression that `text` is; none if it is not complete.
  static Optional<SetExpression> parse(String text) {
    if (!text.startsWith("(")) {
      return text.isBlank() ? Optional.empty() : Optional.of(new SetExpression(text, List.of()));
    }
    List<String> words = words(text.substring(1, text.length() - (text.endsWith(")") ? 1 : 0)));
    if (words.size() % 2 == 0) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (int at = 1; at < words.size(); at += 2) {
      Optional<Operator> operator = Operator.of(words.get(at));
      if (operator.isEmpty()) {
        return Optional.empty();
      }
      steps.add(new Step(operator.get(), words.get(at + 1)));
    }
    return Optional.of(new SetExpression(words.getFirst(), steps));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.charAt(at) == '"') {
        int end = text.indexOf('"', at + 1);
        int last = end < 0 ? text.length() : end;
        words.add(text.substring(at + 1, last));
        at = last + 1;
      } else {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        words.add(text.substring(at, end));
        at = end;
      }
    }
    return words;
  }

  /// The names of the tag sets in it.
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(first));
    steps.forEach(step -> names.add(step.set()));
    return names;
  }

  /// The tags. Cost: linear in the members of the sets.
  Set<String> tags(Function<String, Set<String>> members) {
    Set<String> tags = new HashSet<>(members.apply(first));
    for (Step step : steps) {
      Set<String> others = members.apply(step.set());
      switch (step.operator()) {
        case UNION -> tags.addAll(others);
        case INTERSECTION -> tags.retainAll(others);
        case DIFFERENCE -> others.forEach(tags::remove);
      }
    }
    return tags;
  }
}
