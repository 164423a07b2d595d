package dev.flotilla.app.desktop.filter;

import dev.flotilla.app.desktop.CheckoutTeam;
import dev.flotilla.app.desktop.SketchWorkspace;
import dev.flotilla.app.desktop.Sketches;
import dev.flotilla.app.desktop.session.People;
import dev.flotilla.model.Flag;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// Asks queries of the made-up team.
final class FilteredTeam {
  static final LocalDate TODAY = LocalDate.ofInstant(SketchWorkspace.NOW, ZoneOffset.UTC);

  private final SketchWorkspace sketch;

  FilteredTeam(SketchWorkspace sketch) {
    this.sketch = sketch;
  }

  static FilteredTeam calm() {
    return new FilteredTeam(CheckoutTeam.calm());
  }

  static FilteredTeam inConflict() {
    return new FilteredTeam(CheckoutTeam.inConflict());
  }

  /// The keys of the flags that a query leaves.
  List<String> keys(String query) {
    FlagFilter filter = filter(query);
    return sketch.workspace().flags().stream()
        .filter(flag -> filter.test(subject(flag)))
        .map(Flag::key)
        .toList();
  }

  /// The keys of the sentences about a query.
  List<String> problems(String query) {
    return filter(query).problems().stream().map(Problem::text).toList();
  }

  Vocabulary vocabulary() {
    return new Vocabulary(sketch.workspace(), people());
  }

  private FlagFilter filter(String query) {
    return FlagFilter.of(
        Query.parse(query, TODAY),
        new FilterContext(sketch.workspace(), people(), SketchWorkspace.NOW, ZoneOffset.UTC));
  }

  private People people() {
    return new People(sketch::replica, Sketches.TEXTS);
  }

  private static Subject subject(Flag flag) {
    return new Subject() {
      @Override
      public Flag flag() {
        return flag;
      }

      @Override
      public String haystack() {
        return String.join("\n", flag.key(), flag.description(), flag.owner())
            .concat("\n" + String.join("\n", flag.tags()))
            .toLowerCase(Locale.ROOT);
      }

      @Override
      public boolean isStale() {
        return flag.key().startsWith("newsletter");
      }
    };
  }
}
