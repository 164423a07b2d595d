package dev.flotilla.app.cli.command;

import dev.flotilla.model.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Exactly one place among the rules of a flag.
final class RulePlace {
  @Option(names = "--first", description = "Before all other rules.")
  boolean first;

  @Option(names = "--last", description = "After all other rules.")
  boolean last;

  @Option(names = "--before", paramLabel = "ID", description = "Directly before this rule.")
  @Nullable String before;

  @Option(names = "--after", paramLabel = "ID", description = "Directly after this rule.")
  @Nullable String after;

  Place place() {
    if (before != null) {
      return new Place.Before(before);
    }
    if (after != null) {
      return new Place.After(after);
    }
    return first ? new Place.First() : new Place.Last();
  }
}
