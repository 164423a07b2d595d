package dev.flotilla.openfeature.flagd;

import dev.flotilla.model.FlagType;
import dev.flotilla.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// A flag as one flagd document defines it, that is, in one environment. Immutable.
///
/// @param type what all variants are
/// @param variants at least one, in the order of the document
/// @param defaultVariant a name of `variants`; empty if the default is left to the application's
///   code
/// @param targeting a targeting rule as compact JSON, never `{}`
/// @param metadata truth values, numbers and texts
public record FlagdFlag(
    FlagType type,
    boolean enabled,
    SequencedMap<String, Value> variants,
    Optional<String> defaultVariant,
    Optional<String> targeting,
    SortedMap<String, Value> metadata) {

  public FlagdFlag {
    variants = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variants));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("no variants");
    }
    if (defaultVariant.isPresent() && !variants.containsKey(defaultVariant.get())) {
      throw new IllegalArgumentException("no variant " + defaultVariant.get());
    }
  }
}
