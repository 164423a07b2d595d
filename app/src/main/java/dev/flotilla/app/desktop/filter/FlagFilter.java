package dev.flotilla.app.desktop.filter;

import dev.flotilla.model.Environment;
import dev.flotilla.model.Flag;
import dev.flotilla.model.FlagSetting;
import dev.flotilla.model.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A query made ready to be asked of many flags: names are looked up and sets put together once.
///
/// Immutable; a call costs what the query asks for, below a microsecond for a word.
public final class FlagFilter implements Predicate<Subject> {
  private final Predicate<Subject> test;
  private final List<Problem> problems;

  private FlagFilter(Predicate<Subject> test, List<Problem> problems) {
    this.test = test;
    this.problems = List.copyOf(problems);
  }

  /// Makes `query` ready for the workspace of `context`.
  public static FlagFilter of(Query query, FilterContext context) {
    Building building = new Building(context, query.problems());
    return new FlagFilter(building.test(query.root()), building.problems);
  }

  @Override
  public boolean test(Subject subject) {
    return test.test(subject);
  }

  /// What of the query narrows nothing, because it is no query or names what is not there.
  public List<Problem> problems() {
    return problems;
  }

  private static final class Building {
    private final FilterContext context;
    private final List<Problem> problems;
    private final FlagFacts facts;

    Building(FilterContext context, List<Problem> problems) {
      this.context = context;
      this.problems = new ArrayList<>(problems);
      this.facts = new FlagFacts(context);
    }

    Predicate<Subject> test(Term term) {
      return switch (term) {
        case Term.All(var terms) -> all(terms.stream().map(this::test).toList());
        case Term.Any(var terms) -> any(terms.stream().map(this::test).toList());
        case Term.Not(var inner) -> test(inner).negate();
        case Term.Word(var text) -> word(text.toLowerCase(Locale.ROOT));
        case Term.Is(var state) -> is(state);
        case Term.Matches matches -> matches(matches);
        case Term.In in -> in(in);
        case Term.Tagged(var tags, var open) -> tagged(tags, open);
        case Term.Entry entry -> subject -> hasEntry(subject.flag(), entry);
        case Term.Age age -> age(age);
        case Term.Days days -> days(days);
      };
    }

    private static Predicate<Subject> all(List<Predicate<Subject>> tests) {
      return subject -> {
        for (Predicate<Subject> test : tests) {
          if (!test.test(subject)) {
            return false;
          }
        }
        return true;
      };
    }

    private static Predicate<Subject> any(List<Predicate<Subject>> tests) {
      return subject -> {
        for (Predicate<Subject> test : tests) {
          if (test.test(subject)) {
            return true;
          }
        }
        return false;
      };
    }

    private static Predicate<Subject> word(String word) {
      return subject -> subject.haystack().contains(word);
    }

    private static Predicate<Subject> is(State state) {
      return switch (state) {
        case CONFLICT -> subject -> subject.flag().conflicted();
        case STALE -> Subject::isStale;
        case ARCHIVED -> subject -> subject.flag().archived();
        case TARGETED ->
            subject -> subject.flag().environments().values().stream().anyMatch(FlagFacts::targets);
      };
    }

    private Predicate<Subject> matches(Term.Matches matches) {
      Qualifier qualifier = matches.qualifier();
      boolean whole = FlagFacts.isWhole(qualifier);
      return any(
          matches.patterns().stream()
              .map(pattern ->
                  pattern.isNone() && FlagFacts.canBeMissing(qualifier)
                      ? (Predicate<Subject>)
                          subject -> facts.of(qualifier, subject.flag()).isEmpty()
                      : (Predicate<Subject>)
                          subject -> fits(pattern, whole, facts.of(qualifier, subject.flag())))
              .toList());
    }

    private static boolean fits(Pattern pattern, boolean whole, Iterable<String> facts) {
      for (String fact : facts) {
        if (whole ? pattern.fits(fact) : pattern.isIn(fact)) {
          return true;
        }
      }
      return false;
    }

    private Predicate<Subject> in(Term.In in) {
      List<String> environments =
          context.workspace().environments().stream()
              .map(Environment::name)
              .filter(in.environment()::fits)
              .toList();
      if (environments.isEmpty()) {
        tell("filter.problem.environment", in.environment().shown());
        return _ -> true;
      }
      return subject -> {
        for (String environment : environments) {
          if (does(subject.flag(), environment, in.state())) {
            return true;
          }
        }
        return false;
      };
    }

    private static boolean does(Flag flag, String environment, Optional<String> state) {
      FlagSetting setting = flag.setting(environment);
      return switch (state.orElse("").toLowerCase(Locale.ROOT)) {
        case "" -> flag.environments().containsKey(environment);
        case "on" -> setting.enabled();
        case "off" -> !setting.enabled();
        case "targeted" -> FlagFacts.targets(setting);
        case Pattern.NONE -> setting.defaultVariant().isEmpty();
        default -> serves(flag, setting, new Pattern(state.orElseThrow()));
      };
    }

    private static boolean serves(Flag flag, FlagSetting setting, Pattern pattern) {
      return setting
          .defaultVariant()
          .filter(variant ->
              pattern.fits(variant)
                  || pattern.fits(
                      FlagFacts.text(flag.variants().getOrDefault(variant, new Value.Absent()))))
          .isPresent();
    }

    private Predicate<Subject> tagged(SetExpression expression, boolean open) {
      for (String name : expression.names()) {
        if (context.tagSet(name).isEmpty()) {
          if (!open || !context.isBeginningOfTagSet(name)) {
            tell("filter.problem.set", name);
          }
          return _ -> true;
        }
      }
      Map<String, Set<String>> members = new HashMap<>();
      Set<String> tags =
          expression.steps().isEmpty()
              ? context.members(expression.first())
              : expression.tags(name -> members.computeIfAbsent(name, context::members));
      return subject -> {
        for (String tag : subject.flag().tags()) {
          if (tags.contains(tag)) {
            return true;
          }
        }
        return false;
      };
    }

    private static boolean hasEntry(Flag flag, Term.Entry entry) {
      return flag.metadata().entrySet().stream()
          .anyMatch(one ->
              entry.name().fits(one.getKey())
                  && entry
                      .value()
                      .map(value -> value.isIn(FlagFacts.text(one.getValue())))
                      .orElse(true));
    }

    private Predicate<Subject> age(Term.Age age) {
      Instant border = context.now().minus(age.age());
      return age.younger()
          ? subject -> !FlagFacts.changed(subject.flag()).isBefore(border)
          : subject -> FlagFacts.changed(subject.flag()).isBefore(border);
    }

    private Predicate<Subject> days(Term.Days days) {
      Instant from = days.first().map(this::start).orElse(Instant.MIN);
      Instant to = days.last().map(day -> start(day.plusDays(1))).orElse(Instant.MAX);
      return subject -> {
        Instant changed = FlagFacts.changed(subject.flag());
        return !changed.isBefore(from) && changed.isBefore(to);
      };
    }

    private Instant start(LocalDate day) {
      return day.atStartOfDay(context.zone()).toInstant();
    }

    private void tell(String text, String name) {
      problems.add(new Problem(0, 0, text, List.of(name)));
    }
  }
}
