package dev.flotilla.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// A test that runs once for each of many seeds, which it takes as its one `long` argument.
///
/// The seeds are always the same, and each is part of its test's name. `-Dflotilla.seed=7` replays
/// one, `-Dflotilla.seeds=1000` tries more.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(Seeds.class)
public @interface Seeded {

  /// How many seeds to try.
  int value() default 50;
}
