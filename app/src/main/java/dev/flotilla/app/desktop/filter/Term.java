package dev.flotilla.app.desktop.filter;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a query asks for.
sealed interface Term {
  /// All of them; everything for none.
  record All(List<Term> terms) implements Term {
    public All {
      terms = List.copyOf(terms);
    }
  }

  /// At least one of them.
  record Any(List<Term> terms) implements Term {
    public Any {
      terms = List.copyOf(terms);
    }
  }

  record Not(Term term) implements Term {}

  /// Text somewhere in key, description, owner or a tag.
  record Word(String text) implements Term {}

  record Is(State state) implements Term {}

  /// One of the patterns fits what the qualifier looks at; `none` as pattern: there is nothing.
  record Matches(Qualifier qualifier, List<Pattern> patterns) implements Term {
    public Matches {
      patterns = List.copyOf(patterns);
    }
  }

  /// What a flag does in an environment.
  ///
  /// @param state `on`, `off`, `targeted`, or a variant; empty: it has a setting there
  record In(Pattern environment, Optional<String> state) implements Term {
    static final List<String> WORDS = List.of("on", "off", "targeted", Pattern.NONE);

    /// Whether a word of these could still become of it, but is not yet.
    static boolean canBegin(String state) {
      return !WORDS.contains(state) && WORDS.stream().anyMatch(word -> word.startsWith(state));
    }
  }

  /// One of the tags of a set that is made of tag sets.
  ///
  /// @param open whether the last name may be a beginning only
  record Tagged(SetExpression tags, boolean open) implements Term {}

  /// A metadata entry.
  record Entry(Pattern name, Optional<Pattern> value) implements Term {}

  /// How long ago the last change was.
  record Age(boolean younger, Duration age) implements Term {}

  /// The days of the last change, both included.
  record Days(Optional<LocalDate> first, Optional<LocalDate> last) implements Term {}
}
