package dev.flotilla.app.desktop.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a query: terms beside each other all count, `OR` binds weaker, brackets and minus as
/// everywhere. What cannot be understood is told and narrows nothing.
final class QueryParser {
  private final List<Token> tokens;
  private final LocalDate today;

  /// Where the text ends: a term that reaches to it may be a beginning only.
  private final int end;

  private final List<Problem> problems = new ArrayList<>();
  private int at;

  private QueryParser(List<Token> tokens, LocalDate today, int end) {
    this.tokens = tokens;
    this.today = today;
    this.end = end;
  }

  static Query parse(String text, LocalDate today) {
    QueryParser parser = new QueryParser(Lexer.read(text), today, text.length());
    List<Term> parts = new ArrayList<>();
    while (parser.at < parser.tokens.size()) {
      parts.add(parser.any());
      // A bracket that closes nothing.
      parser.at++;
    }
    return new Query(parts.size() == 1 ? parts.getFirst() : new Term.All(parts), parser.problems);
  }

  private Term any() {
    List<Term> alternatives = new ArrayList<>(List.of(all()));
    while (is(Token.Kind.OR)) {
      at++;
      alternatives.add(all());
    }
    // Somebody is still typing behind the OR.
    alternatives.removeIf(term -> term instanceof Term.All(var terms) && terms.isEmpty());
    return switch (alternatives.size()) {
      case 0 -> new Term.All(List.of());
      case 1 -> alternatives.getFirst();
      default -> new Term.Any(alternatives);
    };
  }

  private Term all() {
    List<Term> terms = new ArrayList<>();
    while (at < tokens.size() && !is(Token.Kind.OR) && !is(Token.Kind.CLOSE)) {
      one().ifPresent(terms::add);
    }
    return terms.size() == 1 ? terms.getFirst() : new Term.All(terms);
  }

  private Optional<Term> one() {
    if (at >= tokens.size()) {
      return Optional.empty();
    }
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case NOT -> one().map(Term.Not::new);
      case OPEN -> {
        Term inside = any();
        if (is(Token.Kind.CLOSE)) {
          at++;
        }
        yield inside instanceof Term.All(var terms) && terms.isEmpty()
            ? Optional.empty()
            : Optional.of(inside);
      }
      case TERM -> term(token);
      case OR, CLOSE -> Optional.empty();
    };
  }

  private boolean is(Token.Kind kind) {
    return at < tokens.size() && tokens.get(at).kind() == kind;
  }

  private Optional<Term> term(Token token) {
    Optional<Qualifier> qualifier = Qualifier.parse(token.word());
    if (qualifier.isEmpty()) {
      Optional<Term> state =
          token.plain() ? State.parse(token.text()).map(Term.Is::new) : Optional.empty();
      return state.isPresent() || token.text().isEmpty()
          ? state
          : Optional.of(new Term.Word(token.text()));
    }
    // Somebody is still typing.
    return token.value().isEmpty() ? Optional.empty() : qualified(qualifier.get(), token);
  }

  private Optional<Term> qualified(Qualifier qualifier, Token token) {
    String value = token.value();
    return switch (qualifier) {
      case CHANGED ->
          told(
              Ages.parse(value, today),
              token,
              "filter.problem.time",
              isOpen(token) && Ages.canBegin(value));
      case SET ->
          told(
              SetExpression.parse(value).map(set -> new Term.Tagged(set, isOpen(token))),
              token,
              "filter.problem.expression",
              isOpen(token) && !value.endsWith(")"));
      case IS ->
          told(
              State.parse(value).map(Term.Is::new),
              token,
              "filter.problem.state",
              isOpen(token) && State.canBegin(value));
      case ENV -> Optional.of(in(value, isOpen(token)));
      case META -> Optional.of(entry(value));
      case TAG, OWNER, FOLDER, KIND, TYPE, BY, KEY, VARIANT, USES, REQUIRES, LINK ->
          Optional.of(new Term.Matches(qualifier, patterns(token)));
    };
  }

  /// Whether somebody may still be typing at it.
  private boolean isOpen(Token token) {
    return token.to() == end;
  }

  private Optional<Term> told(
      Optional<? extends Term> term, Token token, String problem, boolean open) {
    if (term.isEmpty() && !open) {
      problems.add(new Problem(token.from(), token.to(), problem, List.of(token.value())));
    }
    return term.map(Term.class::cast);
  }

  private static Term in(String value, boolean open) {
    int equals = value.indexOf('=');
    if (equals < 0) {
      return new Term.In(Pattern.of(value, open), Optional.empty());
    }
    Optional<String> state =
        Optional.of(value.substring(equals + 1))
            .filter(word -> !word.isEmpty() && !(open && Term.In.canBegin(word)));
    return new Term.In(
        new Pattern(value.substring(0, equals)),
        state.map(word -> Term.In.WORDS.contains(word) ? word : Pattern.of(word, open).text()));
  }

  private static Term entry(String value) {
    int equals = value.indexOf('=');
    return equals < 0
        ? new Term.Entry(new Pattern(value), Optional.empty())
        : new Term.Entry(
            new Pattern(value.substring(0, equals)),
            Optional.of(new Pattern(value.substring(equals + 1))));
  }

  /// Several with commas between them, unless some of it is in quotes; the last may be a beginning.
  private List<Pattern> patterns(Token token) {
    if (!token.plain()) {
      return List.of(new Pattern(token.value()));
    }
    List<Pattern> patterns = new ArrayList<>();
    String[] parts = token.value().split(",", -1);
    for (int part = 0; part < parts.length; part++) {
      if (!parts[part].isEmpty()) {
        patterns.add(Pattern.of(parts[part], isOpen(token) && part == parts.length - 1));
      }
    }
    return patterns;
  }
}
