package dev.flotilla.app.causality.whatif;

import dev.flotilla.model.Conflict;
import dev.flotilla.model.Edit;
import dev.flotilla.model.EditsBetween;
import dev.flotilla.model.EntityId;
import dev.flotilla.model.Environment;
import dev.flotilla.model.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What comes of two states of one workspace that meet: what each gets that it lacks, which
/// conflicts arise, and what applications get from then on. Immutable.
///
/// @param merged the state with all that either has
/// @param arising conflicts that neither had by itself
public record Preview(Half one, Half other, Workspace merged, List<Conflict> arising) {
  /// One of the two.
  ///
  /// @param before what it is without the other
  /// @param gets what changes for it, as edits
  /// @param served what changes for the applications that read it
  public record Half(Workspace before, List<Edit> gets, List<Served.Change> served) {
    public Half {
      gets = List.copyOf(gets);
      served = List.copyOf(served);
    }

    /// Whether it is as it was.
    public boolean isUntouched() {
      return gets.isEmpty() && served.isEmpty();
    }
  }

  public Preview {
    arising = List.copyOf(arising);
  }

  /// What comes of it. Cost: O(differences · environments).
  ///
  /// @param merged the state of all changes that either of the two has
  public static Preview of(Workspace one, Workspace other, Workspace merged) {
    Set<String> known = new HashSet<>();
    one.conflicts().forEach(conflict -> known.add(conflict.id()));
    other.conflicts().forEach(conflict -> known.add(conflict.id()));
    return new Preview(
        half(one, merged),
        half(other, merged),
        merged,
        merged.conflicts().stream().filter(conflict -> !known.contains(conflict.id())).toList());
  }

  private static Half half(Workspace before, Workspace merged) {
    List<Served.Change> served = new ArrayList<>();
    for (EntityId changed : merged.changedSince(before)) {
      if (changed.kind().equals(EntityId.FLAG)) {
        for (Environment environment : merged.environments()) {
          Served was = Served.of(before, changed.key(), environment.name());
          Served is = Served.of(merged, changed.key(), environment.name());
          if (!was.equals(is) && !(was.isLeftToCode() && is.isLeftToCode())) {
            served.add(new Served.Change(environment.name(), changed.key(), was, is));
          }
        }
      }
    }
    return new Half(before, EditsBetween.of(before, merged), served);
  }
}
