package dev.flotilla.app.desktop.filter;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/// What was typed, understood. Words and terms beside each other must all hold; `-` turns a term
/// round, `OR` and brackets combine: `tag:line-2 -tag:qa env:production=on owner:ana changed:<7d`.
///
/// Immutable. Parsing never fails and costs linear time.
public record Query(Term root, List<Problem> problems) {
  public Query {
    problems = List.copyOf(problems);
  }

  /// Reads a query on the day `today`.
  public static Query parse(String text, LocalDate today) {
    return QueryParser.parse(text, today);
  }

  /// Whether it asks for nothing.
  public boolean isEmpty() {
    return root instanceof Term.All(var terms) && terms.isEmpty();
  }

  /// Whether the query says something about archived flags, so that they are not hidden.
  public boolean asksForArchived() {
    return has(root, term -> term instanceof Term.Is(var state) && state == State.ARCHIVED);
  }

  /// Whether its answer changes as time passes.
  boolean asksForAge() {
    return has(root, term -> term instanceof Term.Age);
  }

  /// Whether its answer for a flag depends on more than that flag: on tag sets, environments,
  /// folders, or what a machine is called.
  boolean namesOthers() {
    return has(
        root,
        term ->
            term instanceof Term.Tagged
                || term instanceof Term.In
                || (term instanceof Term.Matches(var qualifier, _)
                    && (qualifier == Qualifier.FOLDER || qualifier == Qualifier.BY)));
  }

  private static boolean has(Term term, Predicate<Term> wanted) {
    return switch (term) {
      case Term.All(var terms) -> terms.stream().anyMatch(one -> has(one, wanted));
      case Term.Any(var terms) -> terms.stream().anyMatch(one -> has(one, wanted));
      case Term.Not(var inner) -> has(inner, wanted);
      case Term.Is _,
          Term.Word _,
          Term.Matches _,
          Term.In _,
          Term.Tagged _,
          Term.Entry _,
          Term.Age _,
          Term.Days _ ->
          wanted.test(term);
    };
  }
}
