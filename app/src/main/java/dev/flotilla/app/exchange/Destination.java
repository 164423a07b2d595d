package dev.flotilla.app.exchange;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where the settings of a file go. Immutable.
///
/// @param environments of the workspace, for a file that speaks of one without saying which
/// @param mapping from names of environments in the file to those of the workspace; what is not
///   mapped is left out
/// @param replacing whether a file that holds a whole workspace takes the place of this one, so
///   that what it lacks is deleted
public record Destination(
    List<String> environments, SortedMap<String, String> mapping, boolean replacing) {
  public Destination {
    environments = List.copyOf(environments);
    mapping = Collections.unmodifiableSortedMap(new TreeMap<>(mapping));
  }

  /// Into these environments.
  public static Destination to(List<String> environments) {
    return new Destination(environments, new TreeMap<>(), false);
  }

  /// By this mapping.
  public static Destination by(Map<String, String> mapping) {
    return new Destination(List.of(), new TreeMap<>(mapping), false);
  }
}
